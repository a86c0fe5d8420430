const WORDS = String.raw`moved|deferred|postponed|transferred|handed over|carried over|superseded|obsolete|replaced by|merged (?:into|with)(?! (?:the )?(?:main|master|develop|trunk)(?!\p{L}))|(?:folded|rolled|absorbed|combined|split|integrated) (?:in|into|with|by|off|up)|won['’]?t[ -]?(?:do|fix|happen|be (?:done|needed|built))|will not (?:do|happen|be (?:done|needed|built))|(?:not|no longer) (?:needed|required|necessary|applicable|relevant|pursued|wanted|doing|planned)(?! (?:yet|until|before))|unnecessary|unneeded|n/a|out[ -]of[ -]scope|de-?scoped|dropped|cancell?ed|skipped|abandoned|rejected|withdrawn|declined|discarded|scrapped|retired|removed|shelved|de-?prioriti[sz]ed|duplicate(?: of)?`;

/** What is not done here and never will be, right behind a sign; `⏳ Moved to the next plan`. */
export const GIVEN_AWAY = new RegExp(String.raw`^[\s*_\x60:–—-]*(?:${WORDS})(?!\p{L})`, 'iu');

const GIVEN_UP = new RegExp(
  String.raw`^(?:[\s*_\x60([:–—-]|[❌✖✗✘⛔🚫⏭⏳⬜➡⏩🗑]\uFE0F?|:(?:x|next_track_button|hourglass|no_entry|fast_forward):){0,12}(?:${WORDS})(?!\p{L})`,
  'iu',
);

/** Whether a cell or a label says that something was given up, or went elsewhere: `Won't do`, `❌ Merged into Phase 2`. */
export const isGivenUp = (text: string): boolean => GIVEN_UP.test(text);

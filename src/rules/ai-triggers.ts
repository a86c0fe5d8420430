import { agentSetting } from './agent-setting.ts';
import { fixOf } from './fix-of.ts';
import { emptyMembers, withoutMembers } from './list-members.ts';
import { quotedNames } from './message.ts';
import { defineRule } from './rule.ts';

const PATH = ['ai', 'triggers'] as const;

export const aiTriggers = defineRule({
  id: 'ai-triggers',
  description: 'The triggers of a plan are words, each named once.',
  concern: 'content',
  severity: { changes: 'notice', scan: 'off' },
  minimal: false,
  fixable: 'safe',
  messages: {
    again: '"triggers" names {{repeated}} more than once: keep one of each.',
    empty: '"triggers" has an entry without a word: take it away.',
    both: '"triggers" has an entry without a word, and names {{repeated}} more than once: take away what is too much.',
  },
  *check(plan) {
    const triggers = agentSetting(plan, 'triggers');
    if (!Array.isArray(triggers)) return;
    const members: readonly unknown[] = triggers;
    const blank = indicesOf(members, (word) => word === '');
    const again = indicesOf(
      members,
      (word, index) => word !== '' && members.slice(0, index).some((other) => wordOf(other) === word),
    );
    const repeated = quotedNames(again.map((index) => String(members[index])));
    const empty = blank.length + emptyMembers(plan, PATH);
    if (empty + again.length === 0) return;
    yield {
      messageId: again.length === 0 ? 'empty' : empty === 0 ? 'again' : 'both',
      data: { repeated },
      range: plan.frontMatter.rangeOf([...PATH, again[0] ?? blank[0] ?? ''], 'value'),
      subject: repeated,
      count: empty + again.length,
      ...fixOf(withoutMembers(plan, PATH, members, new Set([...blank, ...again]))),
    };
  },
});

/** Agents do not ask how a word is spelt; null for what is no word. */
const wordOf = (member: unknown): string | null =>
  typeof member === 'string' ? member.trim().toLowerCase() : null;

const indicesOf = (
  members: readonly unknown[],
  isMeant: (word: string, index: number) => boolean,
): readonly number[] =>
  members.flatMap((member, index) => {
    const word = wordOf(member);
    return word !== null && isMeant(word, index) ? [index] : [];
  });

import { counted } from './counted.ts';
import { text } from './markdown.ts';

/** Characters as shown; in the source one takes eighteen at the most, and all together fit into a comment. */
const SENTENCE_LENGTH = 600;
const MAX_SENTENCES = 5;

/**
 * The body of a comment for a run that came to no result; the marker goes before it.
 * @param message the sentences that the run ended with, one a line.
 */
export function renderFailure(message: string): string {
  const sentences = message.split('\n').filter((line) => line.trim() !== '');
  const shown = sentences.slice(0, MAX_SENTENCES).map((sentence) => text(sentence, SENTENCE_LENGTH));
  const rest = sentences.length - shown.length;
  const lines = rest > 0 ? [...shown, `And ${counted(rest, 'more line')} in the log of the run.`] : shown;
  return ['### Plan Check: could not check', ...lines].join('\n\n');
}

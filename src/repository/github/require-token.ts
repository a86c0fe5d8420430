import { PlanCheckError } from '../../plan-check-error.ts';

/** What no token holds: the end of such a sentence, the most telling first. */
const STRAY: readonly (readonly [RegExp, string])[] = [
  [/[\r\n\v\f\u0085\u2028\u2029]/, 'a line end'],
  [/\s/, 'a space'],
  [/\p{Cc}/u, 'a control character'],
  [/[\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}]/u, 'an invisible character'],
  [/[^!-~]/, 'a character outside of ASCII'],
];

/**
 * A token that can stand in a header, without white space around it. Whoever sends another one gets it back in an error.
 * @throws {PlanCheckError} that says nothing of the token itself.
 */
export function requireToken(given: string): string {
  const token = given.trim();
  if (token === '') throw new PlanCheckError('There is no token for GitHub. Give one in "github-token".');
  const stray = STRAY.find(([characters]) => characters.test(token));
  if (stray === undefined) return token;
  throw new PlanCheckError(
    `The token in "github-token" holds ${stray[1]}, which no token does. Give the token alone, on one line; store the secret anew if that is where it comes from.`,
  );
}

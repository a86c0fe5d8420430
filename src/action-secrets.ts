type Env = Readonly<Record<string, string | undefined>>;

/** Under these names a token is given, meant or not. */
const TOKEN = /^(?:INPUT_)?GITHUB[-_ ]?TOKEN$/i;
/** Addresses in which somebody may have put a password. */
const ADDRESS = /^(?:GITHUB_(?:SERVER|API|GRAPHQL)_URL|https?_proxy)$/i;

/** What of a run's variables is never to be shown. */
export const secretsIn = (env: Env): readonly string[] =>
  Object.entries(env).flatMap(([name, value = '']) => {
    if (TOKEN.test(name)) return [value];
    return ADDRESS.test(name) ? credentialsIn(value) : [];
  });

/**
 * The password as it is written, alone and behind its user, also of what is no address that could be used. A user alone is no
 * secret, and often a word that reports need; a single part may be a token.
 */
function credentialsIn(address: string): readonly string[] {
  const end = address.lastIndexOf('@');
  if (end < 0) return [];
  const start = address.indexOf('//');
  const both = address.slice(start < 0 ? 0 : start + 2, end);
  const colon = both.indexOf(':');
  return colon < 0 ? [both] : [both, both.slice(colon + 1)];
}

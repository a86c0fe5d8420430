import { expect, test } from '@jest/globals';
import { secretsIn } from '../src/action-secrets.ts';

test.each<readonly [Readonly<Record<string, string>>, readonly string[]]>([
  [{ 'INPUT_GITHUB-TOKEN': 'ghs_A' }, ['ghs_A']],
  [{ INPUT_GITHUB_TOKEN: 'ghs_B' }, ['ghs_B']],
  [{ 'INPUT_GITHUB TOKEN': 'ghs_C' }, ['ghs_C']],
  [{ GITHUB_TOKEN: 'ghs_D' }, ['ghs_D']],
  [{ GITHUB_API_URL: 'https://user:pass@host' }, ['user:pass', 'pass']],
  [{ https_proxy: 'user:p@ss@host:99999' }, ['user:p@ss', 'p@ss']],
  [{ http_proxy: 'http://ghs_E@host' }, ['ghs_E']],
  [{ HTTP_PROXY: 'http://proxy.example:8080', INPUT_PLANS: 'a@b', GITHUB_SHA: 'c' }, []],
])('of the variables %j never to be shown: %j', (env, secrets) => {
  expect(secretsIn(env)).toEqual(secrets);
});

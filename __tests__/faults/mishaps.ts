import type { Mishap } from '../github/faults.ts';
import type { Answer } from '../github/request.ts';

/** Something that goes wrong with an answer, and what is to be read of it. */
export interface NamedMishap {
  readonly name: string;
  readonly mishap: Mishap;
  /** Of what lasts: the reason within the sentence. */
  readonly says: RegExp;
  /** Whether every kind of request is to meet it, each time the tests run. */
  readonly isTelling?: boolean;
  /** Which requests it can befall; all, when left out. */
  readonly only?: 'graphql' | 'rest';
}

/** What nobody should have to read. */
export const NO_SENTENCE =
  /undefined|TypeError|reading '|is not a function|\[object|<!?\w|\n\s+at |did not foresee/;

const HOUR = 3_600;
const inAnHour = (): string => String(Math.ceil(Date.now() / 1_000) + HOUR);
const page = '<!DOCTYPE html><html><body><h1>Log in to the hotel</h1></body></html>';
const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };

/** Changes what stands at the leaves, and leaves the rest. */
const mapLeaves = (value: unknown, change: (leaf: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => mapLeaves(one, change));
  if (typeof value !== 'object' || value === null) return change(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapLeaves(one, change)]));
};

const withBody = (change: (body: unknown) => unknown): Mishap => ({
  rewrite: (answer: Answer) => ({ ...answer, body: change(answer.body) }),
});

const otherType = (leaf: unknown): unknown => {
  if (typeof leaf === 'string') return 7;
  return typeof leaf === 'number' ? String(leaf) : leaf === null ? null : 'yes';
};

const NO_ANSWER = 'GitHub did not give a usable answer';
const unusable = (reason: string): RegExp => new RegExp(`${NO_ANSWER} \\([^()]*${reason}[^()]*\\)`);
const LIMIT = /the limit of the API is used up/;
const graphql = (body: unknown): Mishap => ({ status: 200, headers: json, body });

const status = (code: number, says: RegExp, parts: Partial<Answer> = {}): NamedMishap => ({
  ...{ name: `status ${code}`, mishap: { status: code, ...parts }, says },
});

const telling = (mishap: NamedMishap): NamedMishap => ({ ...mishap, isTelling: true });

export const LASTING: readonly NamedMishap[] = [
  status(401, /the token is not valid/),
  status(403, /the token lacks the right|status 403/),
  telling(status(404, /it is not there, or the token may not see it/)),
  status(410, /it is not there, or the token may not see it/),
  status(422, /GitHub refused it with status 422/),
  status(451, /GitHub refused it with status 451/),
  status(429, LIMIT),
  ...[500, 503, 504].map((code) => status(code, unusable(`status ${code}`))),
  telling(status(502, unusable('status 502'))),
  {
    ...status(502, unusable('a web page and no reason'), { body: page, headers: html }),
    name: 'status 502 as a web page',
  },
  {
    ...status(503, unusable('status 503'), { headers: { 'retry-after': String(HOUR) } }),
    name: 'status 503 for an hour',
  },
  { name: 'a secondary limit for an hour', mishap: { secondaryLimit: HOUR }, says: LIMIT },
  {
    ...status(403, LIMIT, { body: { message: 'You have exceeded a secondary rate limit.' } }),
    name: 'a secondary limit without an end',
  },
  { name: 'a primary limit for an hour', mishap: { rateLimited: HOUR }, says: LIMIT },
  {
    ...status(429, LIMIT, { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour() } }),
    name: 'a primary limit as status 429',
  },
  { name: 'a reset connection', mishap: 'reset', says: unusable('ECONNRESET') },
  { name: 'an answer that breaks off', mishap: 'truncate', says: unusable('') },
  { isTelling: true, name: 'answers that are lost', mishap: 'lose-answer', says: unusable('') },
  {
    name: 'half a JSON',
    mishap: { status: 200, headers: json, body: '{"data": {"viewer"' },
    says: unusable('the answer was cut off'),
  },
  {
    name: 'a web page for an answer',
    mishap: { status: 200, headers: html, body: page },
    says: unusable('the answer was no JSON'),
  },
  {
    name: 'an empty answer',
    mishap: { status: 200, headers: json, body: '' },
    says: unusable('the answer was empty'),
  },
  { name: 'status 204 for an answer', mishap: { status: 204, body: null }, says: unusable('') },
  { name: 'a bare null', mishap: { status: 200, headers: json, body: 'null' }, says: unusable('') },
  { name: 'a bare text', mishap: { status: 200, headers: json, body: '"fine"' }, says: unusable('') },
  {
    isTelling: true,
    name: 'an object without anything',
    mishap: { status: 200, body: { data: {} } },
    says: unusable(''),
  },
  {
    isTelling: true,
    name: 'values of other types',
    mishap: withBody((body) => mapLeaves(body, otherType)),
    says: unusable(''),
  },
  { name: 'nulls everywhere', mishap: withBody((body) => mapLeaves(body, () => null)), says: unusable('') },
  {
    name: 'gzip that is none',
    mishap: { status: 200, headers: { ...json, 'content-encoding': 'gzip' }, body: 'Not gzip at all.' },
    says: unusable('incorrect header check'),
  },
  {
    name: 'an answer without an end',
    mishap: { status: 200, headers: json, body: `{"a": "${'x'.repeat(300_000)}"}` },
    says: unusable('more than 250000 bytes'),
  },
  { name: 'no answer', mishap: 'hang', says: unusable('no answer within') },
  { name: 'headers and nothing more', mishap: 'stall', says: unusable('no answer within') },
  { name: 'a byte at a time', mishap: 'dribble', says: unusable('no answer within') },
  {
    name: 'a redirect to another host',
    mishap: { status: 307, headers: { location: 'http://localhost:9/elsewhere' }, body: null },
    says: /GitHub refused it with status 307 \(it sends the request on to "localhost:9", which gets no token/,
  },
  {
    name: 'redirects in a circle',
    mishap: { status: 307, headers: { location: '?again' }, body: null },
    says: /GitHub refused it with status 307 \(it sends the request on and on/,
  },
  {
    name: 'a broken query',
    only: 'graphql',
    mishap: 'graphql-error',
    says: unusable('Something went wrong'),
  },
  {
    name: 'a used up limit with status 200',
    only: 'graphql',
    mishap: graphql({ errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded.' }] }),
    says: LIMIT,
  },
  {
    name: 'NOT_FOUND with status 200',
    only: 'graphql',
    mishap: graphql({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'], message: 'Could not resolve to a Repository.' }],
    }),
    says: /it is not there, or the token may not see it \(Could not resolve/,
  },
  {
    isTelling: true,
    name: 'FORBIDDEN with status 200',
    only: 'graphql',
    mishap: graphql({
      data: { repository: null },
      errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
    }),
    says: /the token lacks the right \(Resource not accessible/,
  },
  {
    name: 'errors that are none',
    only: 'graphql',
    mishap: graphql({ errors: [null, 7, { message: { a: 1 } }] }),
    says: /GitHub refused it with status 400 \(no reason given\)/,
  },
];

const once = (name: string, mishap: Mishap, only?: NamedMishap['only']): NamedMishap => ({
  ...{ name, mishap, says: /^$/ },
  ...(only === undefined ? {} : { only }),
});

/** What goes by itself. Creating requests are not among those that are sent again blindly, and still nothing is lost. */
export const PASSING: readonly NamedMishap[] = [
  telling(once('a bad gateway', { status: 502 })),
  once('a reset connection', 'reset'),
  once('an answer that breaks off', 'truncate'),
  telling(once('a lost answer', 'lose-answer')),
  once('a web page for an answer', { status: 200, headers: html, body: page }),
  once(
    'values of other types',
    withBody((body) => mapLeaves(body, otherType)),
  ),
  once('gzip that is none', { status: 200, headers: { ...json, 'content-encoding': 'gzip' }, body: 'No.' }),
  once('no answer', 'hang'),
  once('a byte at a time', 'dribble'),
  once('a secondary limit', 'secondary-limit'),
  once('a primary limit', 'rate-limited'),
  telling(once('a renamed repository', { status: 307, headers: { location: '' }, body: null })),
];

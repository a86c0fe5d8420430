/** What npm printed when the registry was asked about our packages. An answer that is not plainly one is none. */

/** What is known against packages, a sentence each; or why nobody could be asked. */
export type Answer =
  | { readonly kind: 'answered'; readonly problems: readonly string[] }
  | { readonly kind: 'unanswered'; readonly why: string };

type Fields = Readonly<Record<string, unknown>>;

/** @param printed by `npm audit --json`. */
export function vulnerabilities(printed: string): Answer {
  const audit = fieldsIn(printed);
  if (audit === undefined) return unanswered('npm printed no JSON object.');
  const total = fieldsOf(fieldsOf(audit.metadata)?.vulnerabilities)?.total;
  const found = fieldsOf(audit.vulnerabilities);
  if (audit.auditReportVersion !== 2 || found === undefined || total !== Object.keys(found).length) {
    return unanswered(reasonIn(audit));
  }
  return {
    kind: 'answered',
    problems: Object.entries(found).map(([name, entry]) => vulnerability(name, entry)),
  };
}

/** @param printed by `npm audit signatures --json`. */
export function signatures(printed: string): Answer {
  const audit = fieldsIn(printed);
  if (audit === undefined) return unanswered('npm printed no JSON object.');
  if (!Array.isArray(audit.invalid) || !Array.isArray(audit.missing)) return unanswered(reasonIn(audit));
  return {
    kind: 'answered',
    problems: [
      ...audit.invalid.map((entry) => `${packageIn(entry)} is not what the registry signed.`),
      ...audit.missing.map((entry) => `${packageIn(entry)} has no signature of the registry.`),
    ],
  };
}

/** @param lock the text of `package-lock.json`, which names a package as deprecated that was so when it was locked. */
export function deprecations(lock: string): readonly string[] {
  const packages = Object.entries(fieldsOf(fieldsIn(lock)?.packages) ?? {});
  return packages.flatMap(([path, entry]) => {
    const fields = fieldsOf(entry);
    if (fields?.deprecated === undefined) return [];
    const use = fields.dev === true ? 'used for development' : 'used at run time';
    return [`"${path.replace(/^.*node_modules\//, '')}" (${use}) is deprecated: ${fields.deprecated}`];
  });
}

function vulnerability(name: string, entry: unknown): string {
  const { severity, range, via } = fieldsOf(entry) ?? {};
  const reasons = (Array.isArray(via) ? via : []).map((reason) => {
    const { title, url } = fieldsOf(reason) ?? {};
    return typeof reason === 'string' ? `through "${reason}"` : `${title} (${url})`;
  });
  return `"${name}" ${range} has a known vulnerability of severity "${severity}": ${reasons.join(', ')}.`;
}

function packageIn(entry: unknown): string {
  const { name, version } = fieldsOf(entry) ?? {};
  return `"${name}" ${version}`;
}

function unanswered(why: string): Answer {
  return { kind: 'unanswered', why };
}

function reasonIn(audit: Fields): string {
  const { message, error } = audit;
  const summary = fieldsOf(error)?.summary;
  if (typeof summary === 'string' && summary !== '') return summary;
  return typeof message === 'string' && message !== ''
    ? message
    : 'npm printed something else than a result.';
}

function fieldsIn(json: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

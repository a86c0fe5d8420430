import type { Diagnostic } from '../rules/diagnostic.ts';
import type { Rule, RunKind, Severity } from '../rules/rule.ts';
import type { Links } from './links.ts';
import type { CoverageGap, Report } from './report.ts';
import { fileLocation, sarifMessage, sarifResult } from './sarif-result.ts';

/** What a report does not say of itself. */
export interface SarifSources {
  /** The menu: rules that found nothing are described too. */
  readonly rules: readonly Rule[];
  readonly links: Links;
  /** The text of a checked plan; null where it could not be read. */
  readonly sourceOf: (path: string) => string | null;
}

export const SARIF_LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<
  Severity,
  string
>;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The findings of a report as SARIF 2.1.0, for code scanning and other viewers: one run, as an object for JSON. */
export function renderSarif(report: Report, { rules, links, sourceOf }: SarifSources): object {
  const findings = [...report.plans.flatMap(({ diagnostics }) => diagnostics), ...report.diagnostics];
  const ids = [...new Set([...rules.map(({ id }) => id), ...findings.map(({ rule }) => rule)])];
  const seen = new Map<string, number>();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plan Check',
            version: report.tool.version,
            semanticVersion: report.tool.version,
            ...(links.rules === null ? {} : { informationUri: links.rules }),
            rules: ids.map((id) => descriptor(id, rules, links, report.trigger.kind)),
          },
        },
        invocations: [
          {
            executionSuccessful: report.conclusion !== 'incomplete',
            toolExecutionNotifications: report.coverage.map(notification),
          },
        ],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) =>
          sarifResult(finding, {
            ruleIndex: ids.indexOf(finding.rule),
            level: SARIF_LEVELS[finding.severity],
            line: lineOf(finding, sourceOf(finding.path)),
            seen,
          }),
        ),
      },
    ],
  };
}

function descriptor(id: string, rules: readonly Rule[], links: Links, run: RunKind): object {
  const rule = rules.find((one) => one.id === id);
  const page = links.rule(id);
  const description = rule?.description ?? 'A finding beside the plans that were checked.';
  const explained = `"plan-check explain ${id}" shows what is wrong, and what is right.`;
  return {
    id,
    name: id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: description },
    fullDescription: { text: description },
    help: {
      text: `${description} ${explained}`,
      markdown: page === null ? `${description} ${explained}` : `${description} [More about it](${page}).`,
    },
    ...(page === null ? {} : { helpUri: page }),
    defaultConfiguration: configuration(rule?.severity[run] ?? 'notice'),
    ...(rule === undefined ? {} : { properties: { tags: [rule.concern] } }),
  };
}

const configuration = (severity: Severity | 'off'): object =>
  severity === 'off' ? { enabled: false } : { level: SARIF_LEVELS[severity] };

/** What was not computed. */
const notification = ({ message, blocking, what, path }: CoverageGap): object => ({
  level: blocking ? 'error' : 'warning',
  descriptor: { id: what },
  message: { text: sarifMessage(message) },
  ...(path === undefined ? {} : { locations: [{ physicalLocation: fileLocation(path) }] }),
});

/** The line that a finding begins on, as it stands; null where the text is not at hand. */
const lineOf = ({ range }: Diagnostic, source: string | null): string | null =>
  source?.split('\n')[range.start.line - 1]?.trim() ?? null;

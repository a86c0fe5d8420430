import { boldLabel } from './bold-label.ts';
import type { Section } from './sections.ts';
import type { ListedFile } from './self-report.ts';
import { rangeOf, type TextLine } from './text-line.ts';

type Change = ListedFile['change'];

const HEADING = /^(?:files?|affected files)(?: (?:changed|affected|touched|to change))?$/;
const CHANGES: readonly (readonly [Change, RegExp])[] = [
  ['new', /^(?:new|created?|add(?:ed)?)(?: files?)?$/],
  ['modified', /^(?:modified|modify|changed?|updated?|existing|edit(?:ed)?)(?: files?)?$/],
  ['deleted', /^(?:deleted?|removed?)(?: files?)?$/],
];
/** `Create: ` in front of the path. */
const LEAD = /^[*_]{0,2}([A-Za-z]{3,8}(?: files?)?)[*_]{0,2}:[*_]{0,2}[ \t]*(?=`)/;
const PATH = /[ \t]{0,3}(?:,|&|\band\b)?[ \t]{0,3}`([^`\s]{1,300})`/y;
const TEMPLATE = /^path\/to\//;

/** The paths in back quotes under "Files Changed" of a phase, by what is said to happen to them. */
export const listedFiles = (sections: readonly Section[]): readonly ListedFile[] => sections.flatMap(filesIn);

function filesIn({ names, blocks }: Section): readonly ListedFile[] {
  const own = names.at(-1) ?? '';
  let isList = names.some((name) => HEADING.test(name));
  let change = isList ? changeOf(own) : null;
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    const [line] = block.lines;
    const label = line === undefined ? null : boldLabel(line.text);
    if (label !== null) {
      const name = label.toLowerCase();
      change = changeOf(name);
      isList = isList || HEADING.test(name) || /\bfiles?$/.test(name);
      return [];
    }
    if (block.kind === 'paragraph') return [];
    return isList && line !== undefined ? pathsIn(line, change) : [];
  });
}

const changeOf = (name: string): Change | null =>
  CHANGES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

/** The paths with which an entry begins. Line numbers behind a path do not belong to it. */
function pathsIn(line: TextLine, above: Change | null): readonly ListedFile[] {
  const [lead = '', word = ''] = LEAD.exec(line.text) ?? [];
  const change = lead === '' ? above : changeOf(word.toLowerCase());
  if (change === null) return [];
  const files: ListedFile[] = [];
  PATH.lastIndex = lead.length;
  for (let match = PATH.exec(line.text); match !== null; match = PATH.exec(line.text)) {
    const [whole, code = ''] = match;
    const path = code.replace(/:\d+(?:-\d+)?$/, '');
    if (TEMPLATE.test(path)) continue;
    const index = match.index + whole.length - code.length - 1;
    files.push({ change, path, range: rangeOf(line, { index, length: path.length }) });
  }
  return files;
}

/** A line such as `::error file=a.md,line=3::Text`, its escapes undone. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What the runner would obey in a step's output. */
export function workflowCommands(output: string): readonly WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resumeWith: string | null = null;
  for (const line of output.split(/\r?\n/)) {
    const [, command, properties = '', message = ''] = /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
    if (command === undefined) continue;
    if (resumeWith !== null) {
      if (command === resumeWith) resumeWith = null;
    } else if (command === 'stop-commands') resumeWith = message;
    else commands.push({ command, properties: parseProperties(properties), message: unescapeData(message) });
  }
  return commands;
}

/** The annotations among them, in the order of output. */
export function annotations(commands: readonly WorkflowCommand[]): readonly WorkflowCommand[] {
  return commands.filter(({ command }) => ['error', 'warning', 'notice'].includes(command));
}

function parseProperties(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      const value = pair
        .slice(equals + 1)
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',');
      return [pair.slice(0, equals).trim(), unescapeData(value)];
    }),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** The file behind GITHUB_OUTPUT: `name=value` lines, and `name<<END` … `END` for values of several lines. */
export function parseOutputFile(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, name, delimiter] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined) {
      const end = lines.indexOf(delimiter ?? '', index + 1);
      if (end < 0) throw new Error(`The output "${name}" does not end.`);
      outputs[name] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line.includes('='))
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    else if (line !== '') throw new Error(`The runner does not understand the output line "${line}".`);
  }
  return outputs;
}

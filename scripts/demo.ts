/** Shows the main job on the examples: the comment of a pull request, and its findings as the terminal shows them. */
import { join } from 'node:path';
import { checkExample } from './check-example.ts';

const command = join(import.meta.dirname, '..', 'dist', 'cli.js');
const { title, today, printed } = checkExample(command, ['markdown', 'text']);

process.stdout.write(`── The pull request "${title}" on ${today}, in the repository that examples/ describes.
── Its comment on GitHub would be this Markdown:

${printed.markdown}

── The same findings at the terminal (plan-check diff). An error fails the check of a pull request:

${printed.text}
`);

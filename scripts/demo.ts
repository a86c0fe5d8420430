/** Shows the main job on the examples: the comment of a pull request, and its findings as the terminal shows them. */
import { join } from 'node:path';
import { checkExample } from './check-example.ts';

const { title, today, comment, text } = checkExample(join(import.meta.dirname, '..', 'dist', 'cli.js'));

process.stdout.write(`── The pull request "${title}" on ${today}, in the repository that examples/ describes.
── Its comment on GitHub would be this Markdown:

${comment}

── The same findings at the terminal (plan-check diff). An error fails the check of a pull request:

${text}
`);

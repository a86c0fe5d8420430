import { defineConfig } from 'rolldown';

/** One self-contained, readable file for each entry: the action and the terminal command. */
const entry = (name, input) => ({
  input,
  platform: 'node',
  output: { file: `dist/${name}.js`, format: 'esm', minify: false, codeSplitting: false },
});

export default defineConfig([entry('index', 'src/action.ts'), entry('cli', 'src/cli.ts')]);

import { defineConfig } from 'rolldown';

/** gray-matter's own engines would execute `---js` front matter. Every call brings its own engine, so these never run; here they cannot even be in the file. */
const withoutEval = {
  name: 'without-eval',
  load: {
    filter: { id: /gray-matter[\\/]lib[\\/]engines\.js$/ },
    handler: () => `
      const refuse = () => { throw new Error('Front matter is read as YAML only.'); };
      const engine = { parse: refuse, stringify: refuse };
      module.exports = { yaml: engine, json: engine, javascript: engine };`,
  },
};

/** One self-contained, readable file for each entry: the action and the terminal command. */
const entry = (name, input) => ({
  input,
  platform: 'node',
  plugins: [withoutEval],
  output: { file: `dist/${name}.js`, format: 'esm', minify: false, codeSplitting: false },
});

export default defineConfig([entry('index', 'src/action.ts'), entry('cli', 'src/cli.ts')]);

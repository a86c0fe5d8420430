import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'rolldown';
import { licencesText, packageFolders, readPackage } from './scripts/bundled-licences.ts';

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

const bundled = new Set();

/** The notices of everything in any of the bundles; the bundle that is written last completes the file. */
const withLicences = {
  name: 'with-licences',
  writeBundle({ dir, file }, output) {
    for (const chunk of Object.values(output)) {
      for (const folder of packageFolders(chunk.moduleIds ?? [])) bundled.add(folder);
    }
    writeFileSync(join(dir ?? join(file, '..'), 'licenses.txt'), licencesText([...bundled].map(readPackage)));
  },
};

/** One self-contained, readable file for each entry: the action and the terminal command. */
const entry = (name, input) => ({
  input,
  platform: 'node',
  plugins: [withoutEval, withLicences],
  output: { file: `dist/${name}.js`, format: 'esm', minify: false, codeSplitting: false },
});

export default defineConfig([entry('index', 'src/action.ts'), entry('cli', 'src/cli.ts')]);

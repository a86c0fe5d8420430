/** As "engines" in package.json says. */
const LEAST = 24;

// Imported before everything else, so that nothing that an older one lacks comes first.
if (Number(process.versions.node.split('.', 1)[0]) < LEAST) {
  process.stderr.write(
    `plan-check: this is Node.js ${process.versions.node}, and Plan Check needs ${LEAST} or later: install that.\n`,
  );
  process.exit(2);
}

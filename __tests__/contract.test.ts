import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import configSchema from '../schema/config.schema.json' with { type: 'json' };
import { outputsOf } from '../src/outlets/outputs.ts';
import { RULES } from '../src/rules/index.ts';
import { INPUT_NAMES } from '../src/settings/inputs.ts';
import { report } from './report/sample-report.ts';

const action = parse(readFileSync('action.yml', 'utf8'));
const readme = readFileSync('README.md', 'utf8');

describe('action.yml', () => {
  test('declares the inputs that are read, and no others', () => {
    expect(Object.keys(action.inputs)).toEqual(INPUT_NAMES);
  });

  test('declares the outputs that are set, and no others', () => {
    const sources = { report: 'report.json', summary: 'summary.md', markdown: '', comment: null };
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputsOf(report({}), sources)));
  });

  test('gives no default to what the configuration file may set: the default would win over it', () => {
    const withDefault = Object.keys(action.inputs).filter((name) => 'default' in action.inputs[name]);
    expect(withDefault.filter((name) => name in configSchema.properties)).toEqual([]);
  });

  test('starts the bundle on the runner’s Node', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  test('is in the README, name by name', () => {
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the rules', () => {
  const ids = RULES.map(({ id }) => id);

  test('are the ones that a configuration may name', () => {
    expect(Object.keys(configSchema.properties.rules.properties)).toEqual(ids);
  });
});

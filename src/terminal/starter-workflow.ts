import { VERSION } from '../version.ts';

/** The workflow that "plan-check init" writes: each job has the rights that it needs, and no more. */
export const starterWorkflow = (): string => `name: Plan Check
on:
  pull_request:
    types: [opened, synchronize, reopened, edited] # edited: also when the base branch is another
  schedule:
    - cron: "17 5 * * 1" # Mondays, UTC
  workflow_dispatch:
permissions: {}
jobs:
  changes:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write # for the comment
    steps:
      - uses: ${ACTION}
  scan:
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read
      issues: write # for the tracking issue
    steps:
      - uses: ${ACTION}
`;

/** As in the documentation: whoever installs it fills in the account and the commit. */
const ACTION = `OWNER/plan-check@0000000000000000000000000000000000000000 # v${VERSION}`;

import manifest from '../package.json' with { type: 'json' };

/** Of this tool, as published. */
export const VERSION: string = manifest.version;

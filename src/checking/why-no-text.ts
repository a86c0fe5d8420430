import type { UnreadableReason } from '../repository/repository.ts';

const WHY = {
  binary: 'is binary: save it as text in UTF-8',
  'not-utf-8': 'is not in UTF-8: save it in UTF-8',
  'too-large': 'is larger than one megabyte: make it shorter',
  folder: 'is a folder: name a file',
  'symbolic-link': 'is a symbolic link, and none is followed: put the file itself there',
  submodule: 'is a submodule: put a file there',
  'special-file': 'is a pipe, a socket or a device: put a file there',
} as const satisfies Record<UnreadableReason, string>;

/** Why a file that a run is set up with is no text of ours, and the cure: ends a sentence that begins with the file. */
export const whyNoText = (reason: UnreadableReason): string => WHY[reason];

import { withoutUnseen } from './unseen.ts';

/** Letters of other scripts that show as one of ours, each before its like. */
const ALIKE = 'аaвbсcԁdеeгrһhіiјjкkӏlмmоoрpԛqѕsтtѵvԝwхxуy' + 'αaεeιiκkνvοoρpτtυuχxωw' + 'ıiɑaɡgɩiʟlոnսuօoհh';

const LATIN: ReadonlyMap<string, string> = new Map(
  [...ALIKE].flatMap((letter, index, all) =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? ''] as const] : [],
  ),
);

/** A word in small letters of ours, as far as it shows them: without marks and without what nobody sees. */
export const inLatin = (word: string): string =>
  [...withoutUnseen(word).normalize('NFKD').toLowerCase()]
    .map((letter) => LATIN.get(letter) ?? letter)
    .join('')
    .replace(/\p{M}/gu, '');

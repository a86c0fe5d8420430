/** What shows as nothing, wherever it stands in a text. White space can be seen. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?!\s)\p{Cc}/gu;

/** A text without the characters that nobody sees. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

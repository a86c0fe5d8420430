export type Scalar = string | number | boolean;

/** The quotes that stood around the former value. */
export type Quotes = '"' | "'" | '';

/** Letters, digits and harmless signs, with single blanks inside: no reader of YAML sees more in it than text. */
const HARMLESS = /^[\p{L}\p{N}_./][\p{L}\p{N}_./()+-]*(?: [\p{L}\p{N}_./()+-]+)*$/u;

/** What YAML 1.1 or 1.2 reads as a truth value, as nothing, or as the end or start of a document. */
const WORDS_OF_YAML = /^(?:true|false|yes|no|on|off|y|n|null|nan|\.nan|[-+]?\.inf|\.{3})$/i;

/** What may be read as a number (with signs, exponents, bases, or sixties, even without a digit before an exponent), but not a plain day. */
const NUMBER_LIKE = /^[-+]?[\d_.:,]*(?:[eE][-+]?\d*)?$|^0[xob][\da-fA-F_]+$/;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How a value is written in YAML, in the quotes that stood there; without quotes only where no reader needs them. */
export function scalarText(value: Scalar, quotes: Quotes): string {
  if (typeof value !== 'string') return String(value);
  if (quotes === "'" && isOneLine(value)) return `'${value.replaceAll("'", "''")}'`;
  if (quotes === '' && (DAY.test(value) || (HARMLESS.test(value) && !isRead(value)))) return value;
  return JSON.stringify(value);
}

const isRead = (value: string): boolean => WORDS_OF_YAML.test(value) || NUMBER_LIKE.test(value);

const isOneLine = (value: string): boolean => /^[^\p{Cc}\u2028\u2029]*$/u.test(value);

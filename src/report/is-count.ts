/** A whole number from 0 on, as we count runs and plans. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

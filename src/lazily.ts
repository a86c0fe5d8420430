/** Makes a value when it is first asked for, and keeps it: compiling a schema costs more than a run of it. */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

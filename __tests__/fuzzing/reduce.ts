/**
 * A shorter text that still fails: without lines, then without characters. Not the shortest.
 * @param tries how often it may ask.
 */
export async function reduce(
  text: string,
  fails: (text: string) => Promise<boolean>,
  tries = 400,
): Promise<string> {
  let left = tries;
  const shrink = async (parts: readonly string[]): Promise<readonly string[]> => {
    let kept = parts;
    for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < kept.length && left > 0; ) {
        const shorter = [...kept.slice(0, at), ...kept.slice(at + size)];
        left--;
        if (await fails(shorter.join(''))) kept = shorter;
        else at += size;
      }
    }
    return kept;
  };
  const lines = await shrink(text.split(/(?<=\n)/));
  return (await shrink([...lines.join('')])).join('');
}

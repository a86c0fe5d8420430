import type { LocalComment } from './local-repository.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The comments of one repository. */
export interface CommentState {
  /** Oldest first, as they are now. */
  of(issue: number): readonly LocalComment[];
  find(id: number): LocalComment | null;
  findByNodeId(nodeId: string): LocalComment | null;
  add(comment: { readonly issue: number; readonly author: string; readonly body: string }): LocalComment;
  edit(id: number, body: string): void;
  /** Hides it, as people do on GitHub: an edit does not show it again. */
  minimize(id: number): void;
  remove(id: number): void;
}

export function createCommentState(setup: {
  readonly fullName: string;
  readonly now: () => string;
  readonly nextId: () => number;
  /** As in addresses of people. */
  readonly kindOf: (issue: number) => 'pull' | 'issues';
}): CommentState {
  const { fullName, now, nextId, kindOf } = setup;
  const comments = new Map<number, Mutable<LocalComment>>();

  function existing(id: number): Mutable<LocalComment> {
    const comment = comments.get(id);
    if (comment === undefined) throw new Error(`${fullName} has no comment ${id}.`);
    return comment;
  }

  return {
    of: (issue) =>
      [...comments.values()].filter((comment) => comment.issue === issue).map((comment) => ({ ...comment })),
    find: (id) => comments.get(id) ?? null,
    findByNodeId: (nodeId) => [...comments.values()].find((each) => each.nodeId === nodeId) ?? null,
    add({ issue, author, body }) {
      const id = nextId();
      const createdAt = now();
      const nodeId = `IC_${Buffer.from(`${fullName}:${id}`).toString('base64url')}`;
      const url = `https://github.com/${fullName}/${kindOf(issue)}/${issue}#issuecomment-${id}`;
      const comment = {
        id,
        nodeId,
        issue,
        author,
        body,
        createdAt,
        updatedAt: createdAt,
        url,
        isMinimized: false,
      };
      comments.set(id, comment);
      return { ...comment };
    },
    edit(id, body) {
      const comment = existing(id);
      comment.body = body;
      comment.updatedAt = now();
    },
    minimize(id) {
      existing(id).isMinimized = true;
    },
    remove(id) {
      existing(id);
      comments.delete(id);
    },
  };
}

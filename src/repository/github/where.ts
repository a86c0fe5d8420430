/** A repository on GitHub, as its API wants it named. */
export interface Where {
  readonly owner: string;
  readonly repo: string;
}

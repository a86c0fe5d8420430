/** What started the run: a change between two commits, or a scan of everything. */
export type Trigger = ChangesTrigger | ScanTrigger;

export interface ChangesTrigger {
  readonly kind: 'changes';
  /** The event's name, `diff` at the terminal. */
  readonly event: string;
  readonly source:
    | { readonly type: 'pull-request'; readonly number: number }
    | { readonly type: 'range'; readonly base: string; readonly head: string };
  /** A privileged event reads configuration and schema from the base, never from the change. */
  readonly privileged: boolean;
}

export interface ScanTrigger {
  readonly kind: 'scan';
  readonly event: string;
  /** Full commit id. */
  readonly head: string;
  /** Said in the result, where the event is not one that was meant for scans; else null. */
  readonly remark: string | null;
}

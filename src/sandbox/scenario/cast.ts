/** The people of the sample bank who play in the scenarios, by their part; all invented, see `sample-bank.yaml`. */
export const cast = {
  /** At the counter of Renmin Road; files. */
  teller: 'p-zou-ping',
  /** Complaint manager of the Renmin Road outlet. */
  manager: 'p-xie-fei',
  /** A teller of the same outlet, to whom cases go. */
  handler: 'p-yu-qing',
  /** Heads Renmin Road Sub-branch; approves. */
  head: 'p-qi-wei',
  /** The branch's service quality officer on duty, and their head. */
  officer: 'p-zhou-lin',
  sqHead: 'p-li-jing',
  /** The committee's director, who leads the emergency group. */
  director: 'p-zhao-qiming',
  /** At the counter of Lakeside, their complaint manager and the head of the sub-branch. */
  lakesideTeller: 'p-su-he',
  lakesideManager: 'p-zhang-hui',
  lakesideHead: 'p-dou-wen',
  /** In head office's call centre. */
  caller: 'p-lu-jia',
} as const

/** Of a paper's head: `[label, value]`. */
export type Fact = readonly [label: string, value: string];

/** What every paper says of itself: whose it is, what it is called, and what stands at the foot of each page. */
export interface PaperName {
  house: string;
  /** `PURCHASE ORDER` */
  kind: string;
  number: string;
  /** Before the page's number. */
  foot: string;
}

import { Injectable } from '@nestjs/common';

/** What a paper that the buyer accepted asks for a line. */
export interface AgreedPrice {
  paperId: string;
  /** `PI-00042` */
  paper: string;
  /** For one `unit`, in `currency`. */
  price: string;
  unit: string;
  currency: string;
}

/** Orders do not know what buyers accepted: who does registers here, on start, what tells it in the statement that reads a line. */
@Injectable()
export class AgreedPrices {
  private json: ((lineId: string) => string) | null = null;

  /** @param json SQL of an {@link AgreedPrice} as JSON, or null, for the line whose key is the SQL given */
  register(json: (lineId: string) => string): void {
    this.json = json;
  }

  of(lineId: string): string {
    return this.json?.(lineId) ?? 'NULL::json';
  }
}

import { Injectable } from '@nestjs/common';
import type { Day } from '../../../platform/values/day';
import type { Urgency } from '../vocabulary';

/** How a line stands by its plan, where lines are listed. */
export interface PlanStanding {
  slackDays: number;
  urgency: Urgency;
  forecastOn: Day;
  /** A letter for each step in their order: done, refused, late, critical, open. */
  strip: string;
}

/** Orders do not know plans: who does registers here, on start, how a line stands, in the statement that reads it. */
@Injectable()
export class PlanColumn {
  private json: ((lineId: string) => string) | null = null;

  /** @param json SQL of one JSON value, or null, for the line whose key is the SQL given */
  register(json: (lineId: string) => string): void {
    this.json = json;
  }

  of(lineId: string): string {
    return this.json?.(lineId) ?? 'NULL::json';
  }
}

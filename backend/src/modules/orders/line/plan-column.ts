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
  private exists: ((lineId: string) => string) | null = null;

  /**
   * Both are SQL for the line whose key is the SQL given.
   * @param json one JSON value, or null   @param exists whether it has a plan at all
   */
  register(json: (lineId: string) => string, exists: (lineId: string) => string): void {
    this.json = json;
    this.exists = exists;
  }

  of(lineId: string): string {
    return this.json?.(lineId) ?? 'NULL::json';
  }

  isThere(lineId: string): string {
    return this.exists?.(lineId) ?? 'FALSE';
  }
}

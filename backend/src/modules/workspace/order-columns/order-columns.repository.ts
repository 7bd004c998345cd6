import { Injectable } from '@nestjs/common';
import { readPrepared } from '../../../platform/database/prepared-read';
import { Transaction } from '../../../platform/database/transaction';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';

/** A document as its small picture is linked to. */
export interface Photo {
  documentId: string;
  fileName: string;
  thumbnail: string;
}

export interface OrderColumns {
  orderId: string;
  piSentOn: Day | null;
  lcIssuedOn: Day | null;
  photo: Photo | null;
  lines: { lineId: string; photo: Photo }[];
}

/** The day on the first paper of that kind in the files of an order, else the day it came. */
const firstPaper = (category: 'pi' | 'lc') => `
  (SELECT min(coalesce(d.document_date, (d.created_at AT TIME ZONE $3)::date)) FROM order_documents d
   WHERE d.order_id = o.id AND d.category = '${category}' AND d.is_current)`;

/** The small pictures of an order: of its samples, its swatches and its artworks. */
const SMALL = `(
  SELECT id, file_name, file_type, thumbnail, created_at, order_line_id FROM order_documents
  WHERE order_id = o.id AND is_current AND thumbnail_state = 'ready'
    AND (category = 'sample' OR subcategory = 'artwork')) small`;

const PHOTO = `json_build_object('documentId', id, 'fileName', file_name, 'thumbnail', thumbnail)`;

/** What is shown of several: a picture before a paper, and the newest. */
const BEST = `file_type LIKE 'image/%' DESC, created_at DESC, id DESC`;

const COLUMNS = `
  SELECT o.id AS "orderId",
    coalesce(
      (SELECT min((p.sent_at AT TIME ZONE $3)::date) FROM proforma_invoices p
       WHERE p.order_id = o.id AND p.deleted_at IS NULL AND p.status <> 'cancelled'),
      ${firstPaper('pi')})::text AS "piSentOn",
    coalesce(
      (SELECT min(c.issue_date) FROM letter_of_credit_orders x JOIN letters_of_credit c ON c.id = x.letter_of_credit_id
       WHERE x.order_id = o.id AND c.deleted_at IS NULL AND c.status <> 'pending'),
      ${firstPaper('lc')})::text AS "lcIssuedOn",
    (SELECT ${PHOTO} FROM ${SMALL} ORDER BY ${BEST} LIMIT 1) AS photo,
    (SELECT coalesce(json_agg(json_build_object('lineId', order_line_id, 'photo', photo)), '[]') FROM (
       SELECT DISTINCT ON (order_line_id) order_line_id, ${PHOTO} AS photo FROM ${SMALL}
       WHERE order_line_id IS NOT NULL ORDER BY order_line_id, ${BEST}) newest) AS lines
  FROM orders o
  WHERE o.id = ANY($1) AND o.deleted_at IS NULL AND ($2::uuid IS NULL OR o.merchandiser_id = $2)`;

/** Columns of the order list over several modules: one statement for a page. */
@Injectable()
export class OrderColumnsRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Of those that the actor may see. @param zone in which an instant has its day */
  of(orderIds: readonly string[], actor: Actor, zone: string): Promise<OrderColumns[]> {
    const owner = scopeOf(actor.role, 'order.read') === 'house' ? null : actor.id;
    return readPrepared<OrderColumns>(this.transaction, 'order_columns', COLUMNS, [orderIds, owner, zone]);
  }
}

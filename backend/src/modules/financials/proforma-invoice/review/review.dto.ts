import { Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../../../platform/http/fields';
import { MoneyDto } from '../../../../platform/http/value.dto';
import { PersonDto } from '../../../orders/order/orders.dto';
import { REVIEW_STATES, type ReviewState } from '../proforma-invoice.lifecycle';

export class InvoiceDifferenceDto {
  @Text({ max: 800, nullable: true, description: 'Null: of the PI as a whole.', example: 'MT-2291 · White' })
  line: string | null;
  @Text({ max: 50, description: 'The field’s name; `line` where a line came or went.', example: 'price' })
  field: string;
  @Text({ min: 0, max: 5000, nullable: true, example: '2.45' }) before: string | null;
  @Text({ min: 0, max: 5000, nullable: true, example: '2.40' }) after: string | null;
  @Nested(() => PersonDto, { nullable: true, description: 'Who wrote it so, the latest of several.' })
  by: PersonDto | null;
  @Instant({ nullable: true }) at: string | null;
}

/** With what a PI is compared. */
export class ComparedInvoiceDto {
  @Id() id: string;
  @Text({ max: 100, example: 'PI-00039' }) piNumber: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) version: number;
}

export class ProformaDifferenceDto {
  @Nested(() => ComparedInvoiceDto, { nullable: true, description: 'Null: there is nothing to compare it with.' })
  since: ComparedInvoiceDto | null;
  @ListOf(() => InvoiceDifferenceDto, { max: 12000 }) differences: InvoiceDifferenceDto[];
}

export class ApprovedInvoiceDto extends ComparedInvoiceDto {
  @Nested(() => PersonDto, { nullable: true }) by: PersonDto | null;
  @Instant({ nullable: true }) at: string | null;
}

export class InvoiceCheckDto {
  @Flag() ok: boolean;
  @Text({ max: 500, example: 'Quantities and prices are those of the order.' }) sentence: string;
}

/** What a reviewer has to see of a PI, and no more. */
export class ProformaReviewDto {
  @OneOf(REVIEW_STATES, { name: 'ReviewState', nullable: true }) state: ReviewState | null;
  @Flag({ description: 'Whether it has to be approved before it is sent.' }) needed: boolean;
  @Nested(() => MoneyDto, { nullable: true, description: 'Above this a PI in its currency needs a review.' })
  threshold: MoneyDto | null;
  @Flag({ description: 'Whether it waits for a decision that you may take.' }) mayDecide: boolean;
  @Flag({ description: 'Whether you wrote on it yourself: then somebody else reviews it.' }) wroteIt: boolean;
  @Nested(() => ApprovedInvoiceDto, { nullable: true, description: 'What was approved last; null: nothing yet.' })
  since: ApprovedInvoiceDto | null;
  @ListOf(() => InvoiceDifferenceDto, { max: 12000, description: 'What changed since then.' })
  differences: InvoiceDifferenceDto[];
  @Text({ max: 20, nullable: true, description: 'Percent, then and now.', example: '8.1' }) marginBefore: string | null;
  @Text({ max: 20, nullable: true, example: '6.7' }) margin: string | null;
  @ListOf(() => InvoiceCheckDto, { max: 100 }) checks: InvoiceCheckDto[];
}

export class ReturnProformaInvoiceDto {
  @Text({ max: 500, example: 'The price of White is last year’s.' }) reason: string;
}

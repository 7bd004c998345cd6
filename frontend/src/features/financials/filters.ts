import { currencyOptions } from '@/shared/forms/options';
import { statusLabel } from '@/shared/ui/Badge';
import type { Filter } from '@/shared/ui/FilterBar';
import type { MoneySearch } from './search';
import {
  checkVerdicts,
  creditFacts,
  creditStatuses,
  factWords,
  invoiceStatuses,
  reviewStates,
  reviewWords,
  verdictWords,
} from './vocabulary';

type MoneyFilter = Filter<MoneySearch>;

const statusFilter = (statuses: readonly string[]): MoneyFilter => ({
  kind: 'many',
  key: 'status',
  label: 'Status',
  options: statuses.map((value) => ({ value, label: statusLabel(value) })),
});
const review: MoneyFilter = {
  kind: 'many',
  key: 'review',
  label: 'Review',
  options: reviewStates.map((value) => ({ value, label: reviewWords[value].label })),
};
const check: MoneyFilter = {
  kind: 'many',
  key: 'check',
  label: 'Checked',
  options: checkVerdicts.map((value) => ({ value, label: verdictWords[value] })),
};
const fact: MoneyFilter = {
  kind: 'many',
  key: 'fact',
  label: 'Marked',
  options: creditFacts.map((value) => ({ value, label: factWords[value] })),
};
const live: MoneyFilter = {
  kind: 'one',
  key: 'live',
  label: 'Validity',
  options: [{ value: 'true', label: 'Still open' }],
};
const presentBy: MoneyFilter = { kind: 'days', from: 'presentByFrom', to: 'presentByTo', label: 'Present by' };
const issued: MoneyFilter = { kind: 'days', from: 'issueDateFrom', to: 'issueDateTo', label: 'Issued' };
const expiry: MoneyFilter = { kind: 'days', from: 'expiryFrom', to: 'expiryTo', label: 'Expiry' };
const currency: MoneyFilter = { kind: 'many', key: 'currency', label: 'Currency', options: currencyOptions('') };

/** Only where it is in force: one comes here from the order. */
function ofOrder(orderId: string | undefined, orderNumber: string | undefined): MoneyFilter[] {
  if (!orderId) return [];
  return [
    { kind: 'one', key: 'orderId', label: 'Order', options: [{ value: orderId, label: orderNumber ?? 'one of them' }] },
  ];
}

/** Only where it is in force: one comes to it by the count above the list. */
function toReview(reviewableBy: string | undefined): MoneyFilter[] {
  if (!reviewableBy) return [];
  return [
    { kind: 'one', key: 'reviewableBy', label: 'To review', options: [{ value: reviewableBy, label: 'by you' }] },
  ];
}

/** @param orderNumber the number of the order that the URL names, once it is known */
export function invoiceFilters({ orderId, reviewableBy }: MoneySearch, orderNumber?: string): MoneyFilter[] {
  return [
    statusFilter(invoiceStatuses),
    review,
    issued,
    currency,
    ...toReview(reviewableBy),
    ...ofOrder(orderId, orderNumber),
  ];
}

export function creditFilters({ orderId }: MoneySearch, orderNumber?: string): MoneyFilter[] {
  return [
    statusFilter(creditStatuses),
    fact,
    check,
    live,
    presentBy,
    expiry,
    issued,
    currency,
    ...ofOrder(orderId, orderNumber),
  ];
}

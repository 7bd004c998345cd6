import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addGate,
  type AddGateDto,
  type ConditionFulfilmentDto,
  decideGates,
  type DecideGatesDto,
  fulfilGateCondition,
  type GateDto,
  getGate,
  handOverGate,
  type HoldingDto,
  type LineDto,
  type OrderDto,
  recordApproval,
  type RecordApprovalDto,
  type ReminderDto,
  remindOfGate,
  removeGate,
} from '../api/generated';
import { ifUnchanged } from '../api/change';
import { askAgainSoon } from '../api/soon';
import { orderKeys } from '../lib/order';
import type { GateOfLine } from './vocabulary';

/** Where gates are kept in the query cache, beside those that the lines of an order carry (`orderKeys`). */
export const gateKeys = {
  all: ['line-gates'] as const,
  list: (query: object) => ['line-gates', 'list', query] as const,
  detail: (lineId: string, key: string) => ['line-gates', 'detail', lineId, key] as const,
};

/** A gate with everything that was recorded on it. */
export function gateDetail(lineId: string, key: string) {
  return queryOptions({
    queryKey: gateKeys.detail(lineId, key),
    queryFn: async ({ signal }) => (await getGate({ path: { id: lineId, key }, signal, throwOnError: true })).data,
  });
}

export type Decision = Omit<RecordApprovalDto, 'approvalType'>;

/** Records a decision on one gate of one line. `ownErrors`: the form shows the refusal itself. */
export function useDecide({ lineId, gate }: Pick<GateOfLine, 'lineId' | 'gate'>, { ownErrors = false } = {}) {
  const news = useGateNews();
  return useMutation({
    mutationFn: async (decision: Decision) => {
      const body = { ...decision, approvalType: gate.key };
      return (await recordApproval({ path: { id: lineId }, body, throwOnError: true })).data;
    },
    onSuccess: news.line,
    meta: { ownErrors },
  });
}

/** Records one decision on the same gate of several lines, of one order or of several: all of them, or none. */
export function useDecideTogether({ ownErrors = false } = {}) {
  const news = useGateNews();
  return useMutation({
    mutationFn: async (body: DecideGatesDto) => (await decideGates({ body, throwOnError: true })).data,
    onSuccess: news.all,
    meta: { ownErrors },
  });
}

type OfGate = Pick<GateOfLine, 'lineId'> & { gate: Pick<GateDto, 'key' | 'rowVersion'> };

const addressed = ({ lineId, gate }: OfGate) => ({
  path: { id: lineId, key: gate.key },
  headers: ifUnchanged(gate),
  throwOnError: true as const,
});

/** Says whose turn it is. */
export function useHandOver({ ownErrors = false } = {}) {
  const news = useGateNews();
  return useMutation({
    mutationFn: async ({ of, ...body }: HoldingDto & { of: OfGate }) =>
      (await handOverGate({ ...addressed(of), body })).data,
    onSuccess: news.all,
    meta: { ownErrors },
  });
}

/** Whoever holds it is reminded: the merchandiser by a notice, anybody outside in the words that were copied for them. */
export function useRemind() {
  const news = useGateNews();
  return useMutation({
    mutationFn: async ({ of, ...body }: ReminderDto & { of: OfGate }) =>
      (await remindOfGate({ ...addressed(of), body, throwOnError: true })).data,
    onSuccess: news.all,
    onError: news.all, // somebody else may have reminded them
    meta: { ownErrors: true },
  });
}

/** Ticks the condition of an approval. */
export function useFulfilCondition(of: OfGate) {
  const news = useGateNews();
  return useMutation({
    mutationFn: async (body: ConditionFulfilmentDto) => (await fulfilGateCondition({ ...addressed(of), body })).data,
    onSuccess: news.all,
    meta: { ownErrors: true },
  });
}

export function useAddGate(lineId: string, { ownErrors = true } = {}) {
  const news = useGateNews();
  return useMutation({
    mutationFn: async (body: AddGateDto) => (await addGate({ path: { id: lineId }, body, throwOnError: true })).data,
    onSuccess: news.all,
    meta: { ownErrors },
  });
}

export function useRemoveGate(of: OfGate) {
  const news = useGateNews();
  return useMutation({ mutationFn: () => removeGate(addressed(of)), onSuccess: news.all });
}

/** Shows the new line at once, and asks for the rest again: orders, gates, and what was done. */
function useGateNews() {
  const queries = useQueryClient();
  const all = () => {
    askAgainSoon(queries, ['tasks']); // one may have closed with the gate
    return Promise.all(
      [orderKeys.all, gateKeys.all, ['activity']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  };
  return {
    all,
    line(line: LineDto) {
      queries.setQueryData(
        orderKeys.detail(line.orderId),
        (order: OrderDto | undefined) => order && withLine(order, line),
      );
      return all();
    },
  };
}

function withLine(order: OrderDto, line: LineDto): OrderDto {
  const styles = order.styles.map((style) => ({
    ...style,
    lines: style.lines.map((each) => (each.id === line.id ? { ...each, ...line } : each)),
  }));
  return { ...order, styles };
}

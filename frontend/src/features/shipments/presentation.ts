import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  beginShipmentPresentation,
  getShipmentPresentation,
  type PresentationDto,
  type ShipmentPresentationDto,
  takeBackFindingWaiver,
  type UpdatePresentationDto,
  updateShipmentPresentation,
  waivePresentationFinding,
} from '@/shared/api/generated';
import { ifUnchanged, once } from '@/shared/api/change';
import { shipmentKeys } from './api';

const keyOf = (shipmentId: string) => [...shipmentKeys.all, 'presentation', shipmentId] as const;

/** What a bank would refuse of a shipment's documents. */
export const presentationOf = (shipmentId: string) =>
  queryOptions({
    queryKey: keyOf(shipmentId),
    queryFn: async ({ signal }) =>
      (await getShipmentPresentation({ path: { id: shipmentId }, signal, throwOnError: true })).data,
  });

/** Does something of a presentation, shows it as it is then, and has the rest of the page asked for again. */
function useDeed<Asked>(shipmentId: string, deed: (asked: Asked) => Promise<ShipmentPresentationDto>) {
  const queries = useQueryClient();
  const news = () =>
    void Promise.all(
      [shipmentKeys.all, ['money'], ['activity']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  return useMutation({
    mutationFn: deed,
    onSuccess: (presentation) => {
      queries.setQueryData(keyOf(shipmentId), presentation);
      news();
    },
    onError: news,
    meta: { ownErrors: true },
  });
}

export const useBegin = (shipmentId: string) =>
  useDeed(
    shipmentId,
    async ({ letterOfCreditId, key }: { letterOfCreditId: string; key: string }) =>
      (
        await beginShipmentPresentation({
          path: { id: shipmentId },
          body: { letterOfCreditId },
          headers: once(key),
          throwOnError: true,
        })
      ).data,
  );

export const useUpdatePresentation = (shipmentId: string, presentation: PresentationDto) =>
  useDeed(
    shipmentId,
    async (body: UpdatePresentationDto) =>
      (
        await updateShipmentPresentation({
          path: { id: shipmentId },
          body,
          headers: ifUnchanged(presentation),
          throwOnError: true,
        })
      ).data,
  );

export const useWaive = (shipmentId: string) =>
  useDeed(
    shipmentId,
    async (body: { key: string; reason: string }) =>
      (await waivePresentationFinding({ path: { id: shipmentId }, body, throwOnError: true })).data,
  );

export const useCountAgain = (shipmentId: string) =>
  useDeed(shipmentId, async ({ id, waiverId }: { id: string; waiverId: string }) => {
    await takeBackFindingWaiver({ path: { id, waiverId }, throwOnError: true });
    return (await getShipmentPresentation({ path: { id: shipmentId }, throwOnError: true })).data;
  });

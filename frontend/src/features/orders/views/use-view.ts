import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SavedViewDto } from '@/shared/api/generated';
import type { SetUrlState } from '@/shared/lib/search';
import type { OrderFilters } from '../filters';
import { orderViews } from './api';
import { isChanged, valuesOf, wordsOf } from './words';

/**
 * The view that the list is seen through. Who comes with a view alone in the address gets what it says, and who comes
 * with nothing their own default; after that the address is what counts.
 */
export function useView(values: OrderFilters, setValues: SetUrlState<OrderFilters>) {
  const { data: views, isPending } = useQuery(orderViews());
  const [arrivedBare] = useState(() => wordsOf(values) === '' && values.page === undefined);
  const [settled, setSettled] = useState(!arrivedBare);
  const arrival = views?.find(({ id, isDefault, isMine }) => (values.view ? id === values.view : isDefault && isMine));

  const choose = (view: SavedViewDto | undefined) =>
    setValues({ ...valuesOf(view?.query ?? ''), view: view?.id, lines: values.lines });

  const goes = !settled && arrival !== undefined && wordsOf(values) === '' && isChanged(values, arrival.query);
  if (!settled && !isPending && !goes) setSettled(true);
  const arrive = useEffectEvent(() => {
    if (arrival) setValues({ ...valuesOf(arrival.query), ...stays(values), view: arrival.id });
  });
  useEffect(() => {
    if (goes) arrive();
  }, [goes]);

  return {
    views: views ?? [],
    view: views?.find(({ id }) => id === values.view),
    /** Not known yet what to ask for: nothing is asked until then. */
    arriving: !settled,
    choose,
  };
}

const stays = ({ lines, peek }: OrderFilters) => ({ lines, peek });

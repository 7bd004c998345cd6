import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ListedLineDto, OrderColumnsDto, OrderListItemDto, SmallPictureDto } from '@/shared/api/generated';
import type { Column } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { orderColumns } from './api';
import { Photo } from './Photo';
import { columnHeads, type OrderColumnName } from './vocabulary';

const PreviewDialog = lazy(() => import('@/shared/files/preview/PreviewDialog'));

/** A line in the list, with the order it belongs to. */
export interface ListedLine {
  order: OrderListItemDto;
  line: ListedLineDto;
}

/** Pixels that they take beside the others, so that fewer gates have columns. */
const widths: Record<OrderColumnName, number> = { photo: 64, fabric: 130, orderDate: 105, piSent: 105, lcIssued: 105 };

/** What is an order's alone: its lines leave it empty, and on a card do not name it. */
const ofOrderAlone = '@max-2xl:hidden';

/** The columns that a person added, for orders and for their lines. What the list does not know is asked for once a page. */
export function useChosenColumns(names: readonly OrderColumnName[], orders: readonly OrderListItemDto[]) {
  const [shown, setShown] = useState<string | null>(null);
  const { data } = useQuery({
    ...orderColumns(orders.map(({ id }) => id)),
    enabled: orders.length > 0 && names.some((name) => name === 'photo' || name === 'piSent' || name === 'lcIssued'),
  });

  // Nothing stands in a cell until it is known; then a dash says that there is none.
  const day = (known: OrderColumnsDto | undefined, key: 'piSentOn' | 'lcIssuedOn') => known && <Day day={known[key]} />;
  const photo = (known: OrderColumnsDto | undefined, of: string, picture: SmallPictureDto | null | undefined) =>
    known && (picture ? <Photo photo={picture} of={of} onShow={setShown} /> : <span className="text-muted">–</span>);
  const cells: Record<OrderColumnName, (order: OrderListItemDto) => ReactNode> = {
    photo: ({ id, orderNumber }) => photo(data?.get(id), orderNumber, data?.get(id)?.photo),
    fabric: ({ fabricType }) => <span className="break-words">{fabricType}</span>,
    orderDate: ({ orderDate }) => <Day day={orderDate} />,
    piSent: ({ id }) => day(data?.get(id), 'piSentOn'),
    lcIssued: ({ id }) => day(data?.get(id), 'lcIssuedOn'),
  };
  const photoOfLine = ({ order: { id }, line }: ListedLine) => {
    const known = data?.get(id);
    return photo(known, line.label, known?.lines.find(({ lineId }) => lineId === line.id)?.photo);
  };

  return {
    width: names.reduce((sum, name) => sum + widths[name], 0),
    ofOrder: names.map((key): Column<OrderListItemDto> => ({ key, head: columnHeads[key], cell: cells[key] })),
    ofLine: names.map((key): Column<ListedLine> => {
      const column = { key, head: columnHeads[key] };
      return key === 'photo'
        ? { ...column, cell: photoOfLine }
        : { ...column, className: ofOrderAlone, cell: () => null };
    }),
    /** The picture that was pressed, over the page. */
    preview: shown && (
      <Suspense>
        <PreviewDialog fileId={shown} files={[]} onShow={setShown} />
      </Suspense>
    ),
  };
}

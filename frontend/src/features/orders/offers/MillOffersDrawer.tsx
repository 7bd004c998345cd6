import { useMutation, useQuery } from '@tanstack/react-query';
import { Factory, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  chooseMillOffer,
  deleteMillOffer,
  type LineDto,
  type MillOfferDto,
  releaseMillOffer,
} from '@/shared/api/generated';
import { ifUnchanged } from '@/shared/api/change';
import { useCan } from '@/shared/lib/can';
import { formatDay, formatMoney, formatQuantity, oneOf } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Drawer } from '@/shared/ui/Drawer';
import { Refusal } from '@/shared/ui/Refusal';
import { EmptyState, ErrorState, TableSkeleton } from '@/shared/ui/States';
import { RevisionDialog } from '../revision/RevisionDialog';
import { useRevision } from '../revision/use-revision';
import { offersOf, useOfferNews } from './api';
import { OfferDialog } from './OfferDialog';
import { OfferTable } from './OfferTable';

interface MillOffersDrawerProps {
  line: LineDto;
  onClose: () => void;
}

type Asking = { what: 'add' } | { what: 'edit' | 'delete'; offer: MillOfferDto };

/** What mills ask for a line, side by side in its own unit; the chosen one stands on the line. */
export function MillOffersDrawer({ line, onClose }: MillOffersDrawerProps) {
  const may = useCan();
  const news = useOfferNews();
  const revision = useRevision();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [chosen, setChosen] = useState<MillOfferDto | null>(null);
  const { data, error, isPending, refetch } = useQuery(offersOf(line.id));
  const close = () => setAsking(null);

  const choose = useMutation({
    mutationFn: (offer: MillOfferDto) =>
      chooseMillOffer({
        path: { id: offer.id },
        body: revision.onto({}),
        headers: ifUnchanged(offer),
        throwOnError: true,
      }),
    onSuccess: (_, { millName }) => {
      revision.close();
      notify.success(`${millName} is chosen; its price stands on the line.`);
      void news();
    },
    onError: (refused) => {
      if (!revision.ask(refused)) void news();
    },
    meta: { ownErrors: true },
  });
  const release = useMutation({
    mutationFn: (offer: MillOfferDto) =>
      releaseMillOffer({ path: { id: offer.id }, headers: ifUnchanged(offer), throwOnError: true }),
    onSuccess: (_, { millName }) => notify.success(`The choice of ${millName} is taken back.`),
    onSettled: () => void news(),
  });
  const deeds = {
    mayWrite: may('mill_offer.write'),
    mayChoose: may('mill_offer.choose'),
    onChoose: ({ offer }: { offer: MillOfferDto }) => {
      setChosen(offer);
      choose.mutate(offer);
    },
    onRelease: ({ offer }: { offer: MillOfferDto }) => release.mutate(offer),
    onEdit: ({ offer }: { offer: MillOfferDto }) => setAsking({ what: 'edit', offer }),
    onDelete: ({ offer }: { offer: MillOfferDto }) => setAsking({ what: 'delete', offer }),
  };
  const add = deeds.mayWrite && (
    <Button icon={Plus} onClick={() => setAsking({ what: 'add' })}>
      Add offer
    </Button>
  );

  return (
    <Drawer
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={`Mill offers for ${line.label}`}
      description={termsOf(line)}
    >
      {isPending ? (
        <TableSkeleton what="the offers" rows={3} />
      ) : !data ? (
        <ErrorState title="The offers could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.groups.length === 0 ? (
        <EmptyState icon={Factory} title="No offers yet" actions={add}>
          Record what each mill asks: prices stand side by side for one {oneOf(line.unit)}, with the margin on the line.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          <div className="flex justify-end">{add}</div>
          {data.groups.map((group) => (
            <section key={group.currency} aria-label={`Offers in ${group.currency}`}>
              {data.groups.length > 1 && (
                <h3 className="mb-1 text-sm font-semibold">
                  In {group.currency}
                  {group.currency !== data.currency && (
                    <span className="font-normal text-muted">: another currency, so it is not compared</span>
                  )}
                </h3>
              )}
              <div className="rounded-xl border border-line">
                <OfferTable line={data} orderId={line.orderId} group={group} deeds={deeds} />
              </div>
            </section>
          ))}
          {!revision.asked && <Refusal error={choose.error} />}
        </div>
      )}
      {asking?.what === 'add' && <OfferDialog line={line} onClose={close} />}
      {asking?.what === 'edit' && <OfferDialog line={line} offer={asking.offer} onClose={close} />}
      {asking?.what === 'delete' && <DeleteOfferDialog offer={asking.offer} onClose={close} />}
      <RevisionDialog
        revision={revision}
        what={line.label}
        orderId={line.orderId}
        of={line}
        busy={choose.isPending}
        onSave={() => chosen && choose.mutate(chosen)}
      />
    </Drawer>
  );
}

/** `5,000 yd · our price USD 1.50 · ETD 20 Jan 2027` */
function termsOf({ quantity, unit, provaPrice, currency, etd }: LineDto): string {
  return [
    quantity && formatQuantity(quantity, unit),
    provaPrice ? `our price ${formatMoney(provaPrice, currency)}` : 'no price of ours yet',
    etd && `ETD ${formatDay(etd)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function DeleteOfferDialog({ offer, onClose }: { offer: MillOfferDto; onClose: () => void }) {
  const news = useOfferNews();
  const { mutateAsync, error } = useMutation({
    mutationFn: () => deleteMillOffer({ path: { id: offer.id }, headers: ifUnchanged(offer), throwOnError: true }),
    onSettled: () => void news(),
    meta: { ownErrors: true },
  });
  const remove = async () => {
    await mutateAsync();
    notify.success(`The offer of ${offer.millName} is in the trash.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete the offer of ${offer.millName}?`}
      confirmLabel="Delete offer"
      danger
      onConfirm={remove}
    >
      It goes to the trash for 30 days.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { BellOff, CheckCheck, Inbox, MoreHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAlertDeeds } from '@/shared/alerts/deeds';
import { ruleOfNotice } from '@/shared/alerts/vocabulary';
import type { NotificationDto } from '@/shared/api/generated';
import { shortCount, useUnreadCount } from '@/shared/api/unread';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';
import { useKeys } from '@/shared/lib/keys';
import { notify } from '@/shared/lib/notify';
import { rowLinks, useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Switch } from '@/shared/ui/Checkbox';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { ClockNote, DayGroups } from '@/shared/ui/DayGroups';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { inboxQuery, useClearRead, useMarkAllRead, useMarkRead } from '../api';
import { NoticeRow } from '../components/NoticeRow';
import { type InboxSearch, inboxSearch } from '../search';
import { topicNames, topics } from '../topics';

/** What others did that one should know of. Nobody sees another's. */
export default function InboxPage() {
  const [search, setSearch] = useUrlState(inboxSearch);
  const { data, error, isPending, isPlaceholderData, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(inboxQuery(search));
  const markRead = useMarkRead();
  const alerts = useAlertDeeds();
  const notices = data?.pages.flatMap(({ results }) => results) ?? [];

  const read = ({ id, isRead }: NotificationDto) => {
    if (!isRead) markRead.mutate(id);
  };
  /** The focus goes on to the next row where this one will leave the list, else it stays on its link. */
  const tick = (notice: NotificationDto, row: HTMLElement | null) => {
    const links = rowLinks();
    const at = links.findIndex((link) => row?.contains(link));
    (search.isRead ? (links[at + 1] ?? links[at - 1]) : links[at])?.focus();
    read(notice);
  };
  useRowKeys();
  const onFocused = (act: (notice: NotificationDto, row: HTMLElement | null) => void) => {
    const row = document.activeElement?.closest<HTMLElement>('[data-notice]') ?? null;
    const notice = notices.find(({ id }) => id === row?.dataset.notice);
    if (notice) act(notice, row);
  };
  /** Of an alert: what is quiet now is done with too. */
  const quiet = (deed: (notice: NotificationDto) => Promise<void> | undefined) =>
    onFocused((notice, row) => {
      void deed(notice)
        ?.then(() => tick(notice, row))
        .catch(() => undefined); // the mutation has said why
    });
  useKeys({
    e: () => onFocused(tick),
    s: () =>
      quiet(({ notificationType, relatedId }) =>
        relatedId && ruleOfNotice(notificationType) ? alerts.snooze(relatedId, 1) : undefined,
      ),
    m: () =>
      quiet(({ notificationType }) => {
        const rule = ruleOfNotice(notificationType);
        return rule ? alerts.mute(rule) : undefined;
      }),
  });

  return (
    <>
      <PageHeader
        title="Inbox"
        description="What others did, and what alerts found, that you should know of."
        actions={<InboxActions />}
      />
      <Card flush>
        <div className="border-b border-line">
          <FilterBar of="your notices" values={search} onChange={setSearch} filters={filters}>
            <Switch
              label="Only unread"
              checked={search.isRead !== undefined}
              onChange={(only) => setSearch({ isRead: only ? 'false' : undefined })}
            />
          </FilterBar>
        </div>
        {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
        {isPending ? (
          <TableSkeleton what="your notices" columns={2} />
        ) : !data ? (
          <ErrorState title="Your notices could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : notices.length === 0 ? (
          <Nothing search={search} onDropFilters={() => setSearch(inboxSearch.none)} />
        ) : (
          <div
            className={cx('pb-1 transition-opacity', isPlaceholderData && 'opacity-60')}
            aria-busy={isPlaceholderData}
          >
            <DayGroups rows={notices} at={({ createdAt }) => createdAt}>
              {(ofDay) => (
                <ul className="divide-y divide-line border-b border-line">
                  {byOrder(ofDay).flatMap((ofOrder) => [
                    ofOrder.length > 1 && <OrderHeading key={`order-${ofOrder[0]?.orderId}`} notices={ofOrder} />,
                    ...ofOrder.map((notice) => (
                      <NoticeRow key={notice.id} notice={notice} onRead={read} onTick={tick} />
                    )),
                  ])}
                </ul>
              )}
            </DayGroups>
            <div className="flex min-h-12 flex-wrap items-center justify-between gap-3 px-4 py-2.5 sm:px-5">
              <ClockNote />
              {hasNextPage && (
                <Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  Show earlier
                </Button>
              )}
            </div>
          </div>
        )}
      </Card>
    </>
  );
}

/** Of a day, what is of one order together, where the latest of it stands. */
function byOrder(notices: readonly NotificationDto[]): NotificationDto[][] {
  const groups = new Map<string, NotificationDto[]>();
  for (const notice of notices) {
    const key = notice.orderId ?? notice.id;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()];
}

/** Several of one order stand under its number; rows keep their place in the list, and so the focus. */
function OrderHeading({ notices }: { notices: readonly NotificationDto[] }) {
  return (
    <li className="px-4 pb-1 pt-3 text-[0.8125rem] font-semibold sm:px-5">
      {notices[0]?.orderNumber ?? 'One order'}
      <span className="font-normal text-muted"> · {plural(notices.length, 'notice')}</span>
    </li>
  );
}

function InboxActions() {
  const unread = useUnreadCount();
  const markAll = useMarkAllRead();
  const clear = useClearRead();
  const [clearing, setClearing] = useState(false);
  return (
    <>
      {unread > 0 && (
        <Button
          icon={CheckCheck}
          busy={markAll.isPending}
          onClick={() => {
            markAll.mutate(undefined, {
              onSuccess: (changed) => notify.success(`${plural(changed, 'notice')} marked as read.`),
            });
          }}
        >
          Mark all {shortCount(unread)} as read
        </Button>
      )}
      <Menu trigger={<IconButton icon={MoreHorizontal} label="More about the inbox" variant="secondary" />}>
        <MenuItem icon={Trash2} danger onSelect={() => setClearing(true)}>
          Delete what is read…
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={clearing}
        onOpenChange={setClearing}
        title="Delete the notices that you have read?"
        confirmLabel="Delete what is read"
        danger
        onConfirm={async () => {
          const changed = await clear.mutateAsync();
          notify.success(changed ? `${plural(changed, 'notice')} deleted.` : 'Nothing was read yet.');
        }}
      >
        Unread ones stay. What they told of is still in the activity of its order.
      </ConfirmDialog>
    </>
  );
}

/** Three kinds of nothing: none match, all are read, or none ever came. */
function Nothing({ search, onDropFilters }: { search: InboxSearch; onDropFilters: () => void }) {
  const drop = <Button onClick={onDropFilters}>Show all notices</Button>;
  if (search.about) {
    return (
      <EmptyState icon={BellOff} title="No notice matches" actions={drop}>
        {search.isRead ? 'None of these is unread.' : 'None of these has come yet.'}
      </EmptyState>
    );
  }
  if (search.isRead) {
    return (
      <EmptyState icon={CheckCheck} title="All is read" actions={drop}>
        New notices stand here as they come.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title="No notices yet">
      When a colleague decides on a sample, confirms a PI or an LC, hands you an order or records an arrival, you read
      it here.
    </EmptyState>
  );
}

const filters: Filter<InboxSearch>[] = [
  {
    kind: 'many',
    key: 'about',
    label: 'About',
    options: topicNames.map((value) => ({ value, label: topics[value].label })),
  },
];

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell, Check } from 'lucide-react';
import type { MouseEvent } from 'react';
import { AlertMenu } from '@/shared/alerts/AlertMenu';
import { ruleOfNotice } from '@/shared/alerts/vocabulary';
import type { NotificationDto } from '@/shared/api/generated';
import { deletionRequest } from '@/shared/deletion/api';
import { DeletionAnswer } from '@/shared/deletion/DeletionAnswer';
import { cx } from '@/shared/lib/cx';
import { Badge, tints, type Tone } from '@/shared/ui/Badge';
import { Clock } from '@/shared/ui/DayGroups';
import { IconButton } from '@/shared/ui/IconButton';
import { aboveRowLink, rowLink } from '@/shared/ui/Table';
import { iconOfKind, placeOf } from '../topics';

const tones: Record<NotificationDto['severity'], Tone> = { info: 'info', warning: 'warn', critical: 'bad' };

const middleButton = 1;

interface NoticeRowProps {
  notice: NotificationDto;
  onRead: (notice: NotificationDto) => void;
  /** By the tick: the button goes away, and the focus must not go with it. */
  onTick: (notice: NotificationDto, row: HTMLElement | null) => void;
}

/** The question is answered where it is read. */
function AskedForDeletion({ id }: { id: string }) {
  const { data } = useQuery(deletionRequest(id));
  return data ? <DeletionAnswer request={data} /> : null;
}

/** Unread is said by a word and by weight. Opening what it tells of reads it. */
export function NoticeRow({ notice, onRead, onTick }: NoticeRowProps) {
  const { id, title, message, severity, isRead, createdAt, relatedType } = notice;
  const Icon = iconOfKind[relatedType ?? ''] ?? Bell;
  const place = placeOf(notice);
  const rule = ruleOfNotice(notice.notificationType);
  const look = cx(rowLink, isRead ? 'font-normal' : 'font-semibold');
  const tick = ({ currentTarget }: MouseEvent<HTMLElement>) => onTick(notice, currentTarget.closest('li'));

  return (
    <li data-notice={id} className="relative flex items-start gap-3 px-4 py-3 hover:bg-hover sm:gap-3.5 sm:px-5">
      <span
        className={cx('grid size-8 shrink-0 place-items-center rounded-full', tints[isRead ? 'calm' : tones[severity]])}
      >
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="min-w-0 flex-1 text-sm sm:flex sm:gap-6">
        <div className="min-w-0 flex-1">
          <p className="break-words">
            {place ? (
              <Link
                to={place.to}
                search={place.search as never}
                className={look}
                data-row-link
                onClick={() => onRead(notice)}
                onAuxClick={({ button }) => button === middleButton && onRead(notice)}
              >
                {title}
              </Link>
            ) : (
              <span className={isRead ? undefined : 'font-semibold'}>{title}</span>
            )}
          </p>
          <p className="mt-0.5 break-words text-[0.8125rem] text-muted">{message}</p>
          {notice.notificationType === 'deletion_request' && notice.relatedId && (
            <div className={cx(aboveRowLink, 'mt-2')}>
              <AskedForDeletion id={notice.relatedId} />
            </div>
          )}
        </div>
        <p className="mt-1.5 flex shrink-0 items-center gap-2 text-xs text-muted sm:mt-0 sm:h-8">
          {!isRead && <Badge tone="accent">Unread</Badge>}
          {severity === 'critical' && <Badge tone="bad">Critical</Badge>}
          <Clock at={createdAt} className="tabular-nums" />
        </p>
      </div>
      <span className={cx(aboveRowLink, 'flex shrink-0 flex-col-reverse sm:w-18 sm:flex-row sm:justify-end')}>
        {rule && notice.relatedId && (
          <AlertMenu id={notice.relatedId} rule={rule} title={title} onQuiet={() => onRead(notice)} />
        )}
        {!isRead && <IconButton icon={Check} label={`Mark as read: ${title}`} onClick={tick} className="text-muted" />}
      </span>
    </li>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Bookmark, BookmarkPlus, House, Pencil, Star, Trash2, Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type SavedViewDto, type UpdateSavedViewDto, updateSavedView } from '@/shared/api/generated';
import { change } from '@/shared/api/change';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/shared/ui/Menu';
import type { OrderFilters } from '../filters';
import { useViewNews } from './api';
import { isChanged, wordsOf } from './words';

const ViewDialogs = lazy(() => import('./ViewDialogs'));

export type ViewQuestion = { what: 'save' } | { what: 'rename' | 'delete'; view: SavedViewDto };

interface ViewsMenuProps {
  views: readonly SavedViewDto[];
  /** Which of them the list is seen through. */
  view: SavedViewDto | undefined;
  values: OrderFilters;
  onChoose: (view: SavedViewDto | undefined) => void;
  /** The list is seen through this one now, as it is. */
  onSaved: (view: SavedViewDto) => void;
}

/** The views of the list, by V: choose one, keep what is on screen as one, and say where the list differs from its view. */
export function ViewsMenu({ views, view, values, onChoose, onSaved }: ViewsMenuProps) {
  const may = useCan();
  const news = useViewNews();
  const [open, setOpen] = useState(false);
  const [question, setQuestion] = useState<ViewQuestion | null>(null);
  useKeys({ v: () => setOpen(true) });

  const update = useMutation({
    mutationFn: async ({ view: read, body }: { view: SavedViewDto; body: UpdateSavedViewDto }) =>
      (
        await change(read, body, (headers) =>
          updateSavedView({ path: { id: read.id }, body, headers, throwOnError: true }),
        )
      ).data,
    onSuccess: ({ name }) => {
      notify.success(`The view ${name} is saved.`);
      return news();
    },
  });
  const set = (of: SavedViewDto, body: UpdateSavedViewDto) => update.mutate({ view: of, body });

  const words = wordsOf(values);
  const changed = view !== undefined && isChanged(values, view.query);
  const groups = [
    { label: 'Yours', views: views.filter(({ isMine }) => isMine) },
    { label: 'Of the house', views: views.filter(({ isMine }) => !isMine) },
  ].filter((group) => group.views.length > 0);

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Menu
        align="start"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button size="sm" icon={Bookmark} aria-label={view ? `Views: ${view.name}` : undefined}>
            <span className="max-w-48 truncate">{view?.name ?? 'Views'}</span>
          </Button>
        }
      >
        {groups.map(({ label, views: all }) => (
          <div key={label} role="group" aria-label={label}>
            <MenuLabel>{label}</MenuLabel>
            {all.map((each) => (
              <MenuItem
                key={each.id}
                icon={each.isDefault ? Star : each.isShared ? Users : Bookmark}
                hint={each.isMine ? (each.isDefault ? 'default' : undefined) : each.owner.fullName}
                onSelect={() => onChoose(each)}
              >
                <span className={each.id === view?.id ? 'font-semibold' : undefined}>{each.name}</span>
              </MenuItem>
            ))}
          </div>
        ))}
        <MenuItem icon={House} onSelect={() => onChoose(undefined)}>
          All orders
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={BookmarkPlus} onSelect={() => setQuestion({ what: 'save' })}>
          Save as a new view…
        </MenuItem>
        {view?.isMine && (
          <>
            <MenuLabel>{view.name}</MenuLabel>
            <MenuItem icon={Star} onSelect={() => set(view, { isDefault: !view.isDefault })}>
              {view.isDefault ? 'No longer begin with it' : 'Begin with it'}
            </MenuItem>
            {(view.isShared || may('saved_view.share')) && (
              <MenuItem icon={Users} onSelect={() => set(view, { isShared: !view.isShared })}>
                {view.isShared ? 'Keep it to yourself' : 'Share it with the house'}
              </MenuItem>
            )}
            <MenuItem icon={Pencil} onSelect={() => setQuestion({ what: 'rename', view })}>
              Rename…
            </MenuItem>
            <MenuItem icon={Trash2} danger onSelect={() => setQuestion({ what: 'delete', view })}>
              Delete…
            </MenuItem>
          </>
        )}
      </Menu>
      {changed && (
        <>
          <Badge tone="info">changed</Badge>
          <Button
            size="sm"
            busy={update.isPending}
            onClick={() => (view.isMine ? set(view, { query: words }) : setQuestion({ what: 'save' }))}
          >
            {view.isMine ? 'Save' : 'Save as…'}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => onChoose(view)}>
            Reset
          </Button>
        </>
      )}
      {question && (
        <Suspense>
          <ViewDialogs
            question={question}
            query={words}
            onClose={() => setQuestion(null)}
            onSaved={onSaved}
            onDeleted={() => onChoose(undefined)}
          />
        </Suspense>
      )}
    </span>
  );
}

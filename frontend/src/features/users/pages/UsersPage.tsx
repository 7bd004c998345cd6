import { useQuery } from '@tanstack/react-query';
import { MoreHorizontal, Pencil, Plus, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { newIdempotencyKey } from '@/shared/api/change';
import type { UserDto } from '@/shared/api/generated';
import { sentenceCase } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { aboveRowLink, type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { useCreateUser, useRemoveUser, usersQuery, useUpdateUser } from '../api';
import { UserForm, type UserValues } from '../components/UserForm';
import { type UsersSearch, usersSearch } from '../search';

const pageSize = 25;

/** The people of the house, for admins: there is no other way to get an account or a role. */
export default function UsersPage() {
  const [search, setSearch] = useUrlState(usersSearch);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(usersQuery(search));
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<UserDto | null>(null);
  const [removing, setRemoving] = useState<UserDto | null>(null);

  return (
    <>
      <PageHeader
        title="Users"
        description="Who may sign in, and as what."
        actions={
          <Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>
            Add user
          </Button>
        }
      />
      <Card flush>
        <div className="border-b border-line">
          <FilterBar of="these users" values={search} onChange={setSearch} filters={filters} searchKey="search" />
        </div>
        {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
        {isPending ? (
          <TableSkeleton what="the users" columns={4} />
        ) : !data ? (
          <ErrorState title="The users could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : data.results.length === 0 ? (
          <EmptyState
            icon={Users}
            title="Nobody matches"
            actions={<Button onClick={() => setSearch(usersSearch.none)}>Drop the filters</Button>}
          />
        ) : (
          <>
            <Table
              caption="Users"
              columns={columns({ onEdit: setEditing, onRemove: setRemoving })}
              rows={data.results}
              rowKey={({ id }) => id}
              ordering={search.ordering ?? 'fullName'}
              onOrdering={(ordering) => setSearch(usersSearch.parse({ ordering }))}
              stale={isPlaceholderData}
            />
            <Pagination
              page={search.page ?? 1}
              pageSize={pageSize}
              count={data.count}
              hasNext={data.next !== null}
              onPage={(page) => setSearch({ page })}
              of={['user', 'users']}
            />
          </>
        )}
      </Card>
      {adding && <AddUser onClose={() => setAdding(false)} />}
      {editing && <EditUser user={editing} onClose={() => setEditing(null)} />}
      {removing && <RemoveUser user={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function AddUser({ onClose }: { onClose: () => void }) {
  const [key] = useState(newIdempotencyKey);
  const create = useCreateUser(key);
  const save = async ({ isActive: _always, phone, department, ...values }: UserValues) => {
    await create.mutateAsync({ ...values, phone: phone || null, department: department || null });
    notify.success(`${values.fullName} can sign in now.`);
  };
  return (
    <UserForm
      title="Add user"
      description="Tell them their first password in person; they change it in their profile."
      saveLabel="Add user"
      save={save}
      onClose={onClose}
    />
  );
}

function EditUser({ user, onClose }: { user: UserDto; onClose: () => void }) {
  const update = useUpdateUser(user);
  const save = async ({ password, phone, department, ...values }: UserValues) => {
    await update.mutateAsync({
      ...values,
      phone: phone || null,
      department: department || null,
      ...(password ? { password } : {}),
    });
    notify.success(`${values.fullName} is saved.`);
  };
  return (
    <UserForm
      title={`Edit ${user.fullName}`}
      description="A new role acts at once."
      user={user}
      saveLabel="Save"
      save={save}
      onClose={onClose}
    />
  );
}

function RemoveUser({ user, onClose }: { user: UserDto; onClose: () => void }) {
  const remove = useRemoveUser();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${user.fullName}?`}
      confirmLabel="Remove user"
      danger
      onConfirm={async () => {
        await remove.mutateAsync(user);
        notify.success(`${user.fullName} was removed.`);
      }}
    >
      Their sessions end at once. Their orders keep their name; hand them over first, so that somebody looks after them.
    </ConfirmDialog>
  );
}

const filters: Filter<UsersSearch>[] = [
  {
    kind: 'many',
    key: 'role',
    label: 'Role',
    options: ['admin', 'manager', 'merchandiser'].map((value) => ({ value, label: sentenceCase(value) })),
  },
];

interface RowActions {
  onEdit: (user: UserDto) => void;
  onRemove: (user: UserDto) => void;
}

function columns({ onEdit, onRemove }: RowActions): Column<UserDto>[] {
  return [
    {
      key: 'name',
      head: 'Name',
      primary: true,
      orderBy: 'fullName',
      cell: (user) => (
        <button type="button" className="text-start font-medium hover:text-accent-text" onClick={() => onEdit(user)}>
          {user.fullName}
        </button>
      ),
    },
    { key: 'email', head: 'E-mail', orderBy: 'email', cell: ({ email }) => <span className="break-all">{email}</span> },
    { key: 'role', head: 'Role', cell: ({ role }) => sentenceCase(role) },
    { key: 'department', head: 'Department', show: 'wide', cell: ({ department }) => department ?? '–' },
    { key: 'seen', head: 'Last sign-in', show: 'wide', cell: ({ lastLoginAt }) => <Instant at={lastLoginAt} /> },
    {
      key: 'state',
      head: 'Account',
      badge: true,
      cell: ({ isActive }) => <Badge tone={isActive ? 'good' : 'calm'}>{isActive ? 'Active' : 'Closed'}</Badge>,
    },
    { key: 'actions', head: 'Actions', cell: (user) => <UserMenu user={user} onEdit={onEdit} onRemove={onRemove} /> },
  ];
}

function UserMenu({ user, onEdit, onRemove }: RowActions & { user: UserDto }) {
  const isMe = useActor().id === user.id;
  return (
    <span className={aboveRowLink}>
      <Menu trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${user.fullName}`} />}>
        <MenuItem icon={Pencil} onSelect={() => onEdit(user)}>
          Edit
        </MenuItem>
        {!isMe && (
          <>
            <MenuSeparator />
            <MenuItem icon={Trash2} danger onSelect={() => onRemove(user)}>
              Remove
            </MenuItem>
          </>
        )}
      </Menu>
    </span>
  );
}

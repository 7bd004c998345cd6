import { useQuery } from '@tanstack/react-query';
import { MailPlus, MonitorSmartphone, MoreHorizontal, Pencil, Plus, Smartphone, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { newIdempotencyKey } from '@/shared/api/change';
import type { UserDto } from '@/shared/api/generated';
import { sentenceCase } from '@/shared/lib/format';
import { useHouse } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { useActor } from '@/shared/session';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import type { Filter } from '@/shared/ui/FilterBar';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { aboveRowLink, type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { useCreateUser, useRemoveUser, useResetSecondFactor, usersQuery, useUpdateUser } from '../api';
import { Invitations } from '../components/Invitations';
import { InviteForm } from '../components/InviteForm';
import { SessionsDrawer } from '../components/SessionsDrawer';
import { UserForm, type UserValues } from '../components/UserForm';
import { type UsersSearch, usersSearch } from '../search';

/** The people of the house, for admins: there is no other way to get an account or a role. */
export default function UsersPage() {
  const [search, setSearch] = useUrlState(usersSearch);
  const query = useQuery(usersQuery(search));
  const sendsMail = useHouse((house) => house.sendsMail);
  const [inviting, setInviting] = useState(false);
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<UserDto | null>(null);
  const [visiting, setVisiting] = useState<UserDto | null>(null);
  const [removing, setRemoving] = useState<UserDto | null>(null);
  const [resetting, setResetting] = useState<UserDto | null>(null);

  return (
    <>
      <PageHeader
        title="Users"
        description="Who may sign in, and as what."
        actions={
          <>
            <Button variant={sendsMail ? 'secondary' : 'primary'} icon={Plus} onClick={() => setAdding(true)}>
              Add user
            </Button>
            {sendsMail && (
              <Button variant="primary" icon={MailPlus} onClick={() => setInviting(true)}>
                Invite
              </Button>
            )}
          </>
        }
      />
      <Invitations />
      <ListCard
        of={['user', 'users']}
        query={query}
        spec={usersSearch}
        values={search}
        onChange={setSearch}
        filters={filters}
        columns={4}
        noMatch="The search looks at names, e-mail addresses and departments."
        empty={<EmptyState icon={Users} title="Nobody yet" />}
      >
        {({ ordering = 'fullName', ...list }) => (
          <Table
            caption="Users"
            columns={columns({
              onEdit: setEditing,
              onSessions: setVisiting,
              onReset: setResetting,
              onRemove: setRemoving,
            })}
            rowKey={({ id }) => id}
            ordering={ordering}
            {...list}
          />
        )}
      </ListCard>
      {inviting && <InviteForm onClose={() => setInviting(false)} />}
      {adding && <AddUser onClose={() => setAdding(false)} />}
      {editing && <EditUser user={editing} onClose={() => setEditing(null)} />}
      {visiting && <SessionsDrawer user={visiting} onClose={() => setVisiting(null)} />}
      {resetting && <ResetSecondFactor user={resetting} onClose={() => setResetting(null)} />}
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
      description="Tell them their first password in person; they choose their own before anything else."
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

function ResetSecondFactor({ user, onClose }: { user: UserDto; onClose: () => void }) {
  const reset = useResetSecondFactor();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take the authenticator app off ${user.fullName}?`}
      confirmLabel="Take it off"
      danger
      onConfirm={async () => {
        await reset.mutateAsync(user);
        notify.success(`${user.fullName} signs in without a code.`);
      }}
    >
      For who lost their phone and their recovery codes. Be sure that it is them who asks: their password alone opens
      the account then. Their sessions end.
    </ConfirmDialog>
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
  onSessions: (user: UserDto) => void;
  onReset: (user: UserDto) => void;
  onRemove: (user: UserDto) => void;
}

function columns({ onEdit, ...others }: RowActions): Column<UserDto>[] {
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
    { key: 'actions', head: 'Actions', cell: (user) => <UserMenu user={user} onEdit={onEdit} {...others} /> },
  ];
}

function UserMenu({ user, onEdit, onSessions, onReset, onRemove }: RowActions & { user: UserDto }) {
  const isMe = useActor().id === user.id;
  return (
    <span className={aboveRowLink}>
      <Menu trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${user.fullName}`} />}>
        <MenuItem icon={Pencil} onSelect={() => onEdit(user)}>
          Edit
        </MenuItem>
        <MenuItem icon={MonitorSmartphone} onSelect={() => onSessions(user)}>
          Where signed in
        </MenuItem>
        <MenuItem icon={Smartphone} onSelect={() => onReset(user)}>
          Reset two-step sign-in
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

import { useNavigate } from '@tanstack/react-router';
import { Copy, CopyPlus, Ellipsis } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button, type ButtonProps } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { useNextRound } from '../api';
import { sampleInSentence, sampleName } from '../vocabulary';

interface NewRoundButtonProps {
  sample: SampleDto;
  size: ButtonProps['size'];
  /** Where the refused round is the page's subject, the new one takes its place. */
  prominent: boolean;
}

/** The round after a refused one, in one click; beside it, the same with its options. */
export function NewRoundButton({ sample, size, prominent }: NewRoundButtonProps) {
  const navigate = useNavigate();
  const next = useNextRound(sample);
  const make = (withOptions: boolean) =>
    next.mutate(
      { withOptions },
      {
        onSuccess: (made) => {
          const open = () => void navigate({ to: paths.sample(made.id) });
          notify.success(`${sampleName(made)} is added.`, prominent ? undefined : { label: 'Open', run: open });
          if (prominent) open();
        },
      },
    );
  return (
    <span className="inline-flex gap-1">
      <Button
        size={size}
        icon={CopyPlus}
        variant={prominent ? 'primary' : 'secondary'}
        busy={next.isPending}
        onClick={() => make(false)}
      >
        New round <span className="sr-only">after {sampleInSentence(sample)}</span>
      </Button>
      {sample.options.length > 0 && (
        <Menu
          trigger={
            <IconButton
              icon={Ellipsis}
              size={size === 'md' ? 'md' : 'sm'}
              label={`Other ways to a new round after ${sampleInSentence(sample)}`}
              withoutTooltip
            />
          }
        >
          <MenuItem icon={Copy} onSelect={() => make(true)}>
            New round with the same options
          </MenuItem>
        </Menu>
      )}
    </span>
  );
}

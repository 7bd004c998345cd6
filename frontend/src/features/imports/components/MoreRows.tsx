import { Button } from '@/shared/ui/Button';

export interface MoreRowsProps {
  /** How many there are. */
  left: number;
  earlier?: boolean;
  onShow: () => void;
}

/** Draws the next rows of a long sheet; nothing where there are none. */
export function MoreRows({ left, earlier = false, onShow }: MoreRowsProps) {
  if (left === 0) return null;
  return (
    <div className="border-line p-3 text-center not-first:border-t first:border-b">
      <Button onClick={onShow}>
        {earlier ? 'Show earlier rows' : 'Show more rows'} ({left} left)
      </Button>
    </div>
  );
}

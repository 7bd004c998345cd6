import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import type { SmallPictureDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { aboveRowLink } from '@/shared/ui/Table';

interface PhotoProps {
  photo: SmallPictureDto;
  /** What it is a picture of, for readers. */
  of: string;
  onShow: (documentId: string) => void;
}

/** A small picture that opens the file. */
export function Photo({ photo: { documentId, url }, of, onShow }: PhotoProps) {
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <button
      type="button"
      aria-label={`Photo of ${of}`}
      onClick={() => onShow(documentId)}
      className={cx(
        aboveRowLink,
        'touch-target grid size-11 place-items-center overflow-hidden rounded-lg border border-line bg-sunken text-muted hover:border-accent-text',
      )}
    >
      {broken === url ? (
        <ImageOff aria-hidden className="size-4" />
      ) : (
        <img
          src={new URL(url, __API_URL__ || window.location.href).href}
          alt=""
          loading="lazy"
          className="size-full object-cover"
          onError={() => setBroken(url)}
        />
      )}
    </button>
  );
}

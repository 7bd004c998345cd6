import { Link } from '@tanstack/react-router';
import { paths } from '../lib/paths';

interface NotConvertedProps {
  orderId: string;
  styleId: string;
  /** What to write on the style, sentence by sentence. */
  sentences: readonly string[];
}

/** Why a quantity cannot be shown in this unit, with the way to the style that has to say more. */
export function NotConverted({ orderId, styleId, sentences }: NotConvertedProps) {
  return (
    <div className="text-[0.8125rem]">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Link
        to={paths.order(orderId)}
        search={{ style: styleId } as never}
        className="mt-1 inline-block font-medium text-accent-text underline-offset-2 hover:underline"
      >
        Fill it in on the style
      </Link>
    </div>
  );
}

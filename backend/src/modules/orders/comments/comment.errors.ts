import { Forbidden, InvalidInput } from '../../../platform/errors/domain-error';

export class CommentNotYours extends Forbidden {
  readonly code = 'comment.not_yours';

  constructor(author: string | null) {
    super(`Only ${author ?? 'its author'} may change or remove this comment. Answer with one of your own.`);
  }
}

/** 400 on `mentionedIds`, naming each person who cannot be mentioned, and why. */
export class CannotBeMentioned extends InvalidInput {
  override readonly code = 'comment.cannot_be_mentioned';

  constructor(sentences: string[]) {
    super({ mentionedIds: sentences });
  }
}

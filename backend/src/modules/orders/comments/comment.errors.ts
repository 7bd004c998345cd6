import { Conflict, Forbidden, InvalidInput } from '../../../platform/errors/domain-error';

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

/** 409: whoever pins a note must see what it lies on. */
export class PictureReplaced extends Conflict {
  readonly code = 'comment.picture_replaced';

  constructor() {
    super('This picture is not there any more, or another took its place. Look at it first, then pin your note.');
  }
}

import { ApiProperty } from '@nestjs/swagger';
import { EntryRef, TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';

/** An item after a change. */
export class ChangedItem extends TrackedItemAnswer {
  /** The entry that the change made; null where nothing changed. */
  @ApiProperty({ type: EntryRef, nullable: true })
  entry: EntryRef | null;
}

/** An action after a change. */
export class ChangedAction extends TrackedAction {
  /** The entry that the change made; null where nothing changed. */
  @ApiProperty({ type: EntryRef, nullable: true })
  entry: EntryRef | null;
}

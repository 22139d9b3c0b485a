import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Theme } from '../themes/theme.entity.js';

/** How often a theme was opened or asked for on one day. A number, and nothing about who asked or in which words. */
@Entity('theme_use')
export class ThemeUse {
  /** In the United Kingdom. */
  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('uuid', { name: 'theme_id' })
  themeId: string;

  @ManyToOne(() => Theme, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'theme_id' })
  theme: Relation<Theme>;

  @Column('int')
  uses: number;
}

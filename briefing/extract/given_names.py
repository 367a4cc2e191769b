"""Given names: whether one of a name is given to women or to men, where nearly everybody would say so."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_FEMALE: Final = (
    "Abigail Adriana Agnes Aicha Aileen Aisha Alexandra Alexandria Alice Alicia Alison Allison Alma Amanda Amelia Amina Amy Ana"
    " Anastasia Angela Angelina Anita Ann Anna Annabel Anne Annette Annie Antonia Ariana Asma Astrid Audrey Ava Barbara Barbra"
    " Beatrice Becky Belinda Bernadette Bernice Beth Bethany Betsy Betty Beverly Bonnie Brenda Bridget Brigitte Brittany Camila"
    " Camilla Candace Cara Carla Carly Carmen Carolina Caroline Carolyn Carrie Cassandra Catherine Cathy Cecilia Celia Charlene"
    " Charlotte Chelsea Cheryl Christina Christine Cindy Claire Clara Clarissa Claudia Colleen Condoleezza Connie Constance Cora"
    " Cristina Crystal Cynthia Daisy Danielle Daphne Darlene Dawn Deanna Debbie Deborah Debra Delia Denise Diana Diane"
    " Dianne Dina Dolores Donna Dora Doris Dorothy Edith Edna Eileen Elaine Eleanor Elena Elisa Elisabeth Elise Eliza Elizabeth Ella"
    " Ellen Ellie Elsa Elsie Emily Emma Erica Erika Erin Esther Ethel Eugenia Eunice Eva Eve Evelyn Fatima Felicia Felicity"
    " Fiona Flora Florence Frances Francesca Gabriela Gabrielle Gail Gemma Genevieve Georgina Geraldine Gertrude Gillian"
    " Gina Giulia Gladys Glenda Gloria Greta Gretchen Gwen Hannah Harriet Hazel Heather Heidi Helen Helena Helga Henrietta Hilda"
    " Hillary Hilary Holly Huma Ida Ilhan Ines Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Ivanka Jacqueline Jane Janet"
    " Janice Janine Jasmine Jeanette Jeanne Jeannie Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Jocelyn Josephine Joyce"
    " Juanita Judith Judy Julia Juliana Julianne Julie Juliet Kara Karen Karin Karina Karla Kate Katherine Kathleen Kathryn Kathy"
    " Katie Katrina Kayla Kellyanne Kerstin Khadija Kimberly Kirsten Kirstie Krista Kristen Kristin Kristina Larissa Laura Lauren Laurie Layla"
    " Leah Leila Lena Lenore Leonora Leticia Lila Lilian Lillian Lily Linda Lisa Liz Liza Lois Lola Loretta Lori Lorraine Louisa"
    " Louise Lucia Lucille Lucinda Lucy Lydia Lynda Lynne Mabel Madeleine Madeline Maggie Malala Malia Mandy Marcia"
    " Margaret Margarita Margo Maria Mariam Mariana Marianne Marie Marilyn Marina Marine Marisa Marissa Marjorie Marlene Marsha"
    " Martha Martina Mary Maryam Matilda Maude Maureen Maxine Meera Megan Meghan Melanie Melania Melinda Melissa Mercedes Meredith"
    " Michele Michelle Mildred Millie Mimi Mindy Minnie Miranda Miriam Moira Molly Mona Monica Monique Muriel Myra Myrtle Nadia Nancy"
    " Naomi Natalia Natalie Natasha Nell Nellie Nicola Nicole Nikki Nina Noelle Nora Norma Olga Olivia Ophelia Padma Paige Pamela"
    " Patience Patricia Patsy Patti Paula Pauline Pearl Peggy Penelope Penny Petra Phoebe Phyllis Polly Prudence Rachel Raquel Rashida"
    " Rebecca Regina Renee Rhonda Rita Roberta Rosa Rosalind Rose Rosemary Roxanne Ruby Ruth Sabrina Sadie Sally Salma Samantha Sandra"
    " Sara Sarah Selena Serena Sharon Sheila Shelley Sherri Sherry Shirley Silvia Simone Sofia Sonia Sonja Sophia Sophie Stacey"
    " Stacy Stella Stephanie Sue Susan Susana Susanna Susanne Susie Suzanne Svetlana Sylvia Tabitha Tamara Tammy Tania Tanya Tara Tatiana"
    " Teresa Tessa Thelma Theresa Tiffany Tina Tonya Tricia Trina Trudy Tulsi Ursula Valentina Valerie Vanessa Vera Verna Veronica Vicki"
    " Vicky Victoria Viola Violet Vivian Wanda Wendy Whitney Wilma Winifred Yasmin Yelena Yolanda Yvette Yvonne Zara Zelda Zoe"
)
_MALE: Final = (
    "Aaron Abdul Abdullah Abraham Adam Adolf Adrian Ahmad Ahmed Alan Albert Alberto Alejandro Aleksandr Alessandro Alexander Alexei"
    " Alfonso Alfred Alfredo Ali Allan Allen Alvin Amir Anders Andre Andreas Andres Andrei Andrew Andrey Andy Angelo Angus Anthony Anton"
    " Antonio Archie Arnold Arthur Arturo Asif Augustus Barack Barney Barry Bart Bashar Ben Benedict Benjamin Bernard Bernie Bertrand"
    " Bill Billy Bo Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Bryce Byron Calvin Carl Carlo Carlos"
    " Cecil Cedric Cesar Chad Charles Charlie Chester Chuck Clarence Clark Claude Clayton Clement Cliff Clifford Clint Clive Clyde Colin"
    " Conrad Corey Cory Craig Curtis Cyril Damien Damon Dan Daniel Danny Darrell Darren Darryl Dave David Dean Dennis Denis Derek Derrick"
    " Desmond Dick Diego Dieter Dimitri Dirk Dmitri Dmitry Dominic Don Donald Doug Douglas Duane Duncan Dustin Dwayne Dwight Dylan Earl"
    " Ed Eddie Edgar Edmund Eduardo Edward Edwin Eli Elias Elijah Elliott Elmer Elon Emil Emilio Emmanuel Enrique Eric Erik Ernest Ernesto"
    " Ernie Ethan Eugene Evan Evo Ezra Felipe Felix Ferdinand Fernando Fidel Finn Floyd Francesco Francis Francisco Francois François Frank"
    " Franklin Franz Fred Freddie Frederick Friedrich Gareth Garry Gary Gavin Gene Geoff Geoffrey Georg George Gerald Gerard Gerhard Gilbert"
    " Giovanni Glen Glenn Gordon Graham Grant Greg Gregory Guillermo Gunther Gustavo Guy Hamid Hamza Hank Hans Harold Harry Harvey Hassan"
    " Hector Heinrich Helmut Henri Henry Herbert Herman Hosni Howard Hubert Hugh Hugo Hussein Ian Ibrahim Ignacio Igor Imran Irving"
    " Isaac Ivan Ivor Jack Jacob Jacques Jake Jamal James Jared Jason Jasper Javier Jed Jeff Jeffrey Jeffery Jeremy Jerome"
    " Jerry Jim Jimmy Joachim Joaquin Joe Joel Johan Johann Johannes John Johnny Jon Jonah Jonathan Jorge Jose José Joseph Josef Josh Joshua"
    " Juan Jürgen Julian Julio Julius Junichiro Justin Karim Karl Keith Ken Kenneth Kenny Kevin Khalid Kirk Klaus Kofi Konrad Konstantin Kurt Kyle"
    " Larry Lars Laurence Lawrence Leo Leon Leonard Leonid Leopold Leroy Lester Lev Lewis Liam Lionel Lloyd Logan Lorenzo Lou Louis Lucas"
    " Luca Luigi Luis Luke Lyle Lyndon Magnus Mahmoud Malcolm Manfred Manuel Marc Marcel Marcelo Marco Marcus Mario Mark Markus"
    " Martin Marvin Massimo Mathieu Matt Matteo Matthew Matthias Maurice Maurizio Mauricio Max Maximilian Mehmet Mel Melvin Michael Michel Miguel"
    " Mike Mikhail Miles Milton Mitch Mitchell Mitt Mohamed Mohammad Mohammed Muammar Muhammad Murray Mustafa Nasser Nathan Nathaniel Ned"
    " Neil Nelson Newt Nicholas Nick Nicolas Nicolás Nigel Nikolai Nils Noah Noam Norman Oleg Oliver Olivier Omar Orlando Oscar Osama Otto Owen"
    " Pablo Paolo Patrick Paul Pavel Pedro Percy Perry Pete Peter Petr Phil Philip Philippe Phillip Pierre Piers Rafael Raj Ralph Ramon"
    " Randall Randy Raul Raúl Ray Raymond Recep Reginald Reinhard Rene Rex Ricardo Rich Richard Rick Ricky Rob Robert Roberto Rod Roderick"
    " Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Rory Ross Roy Rudolf Rudolph Rudy Rupert Russ Russell Ryan Salman"
    " Salvador Samuel Santiago Saul Scott Sean Sebastian Sepp Serge Sergei Sergey Sergio Seth Shane Shaun Shawn Shinzo Sid Sidney Silvio"
    " Simon Slobodan Solomon Spencer Stan Stanley Stefan Stephen Sterling Steve Steven Stewart Stuart Sven Ted Terence Terrence Thaddeus Theo"
    " Theodore Thomas Tim Timothy Tobias Todd Tom Tommy Tony Travis Trevor Tyler Ulrich Umberto Uwe Vaclav Vance Vernon Victor Viktor Vincent"
    " Vince Vinay Vladimir Volodymyr Wade Wallace Walt Walter Warren Wayne Werner Wesley Wilbur Wilfred Wilhelm Willard William Willie"
    " Winston Wladimir Wolfgang Woodrow Xavier Yitzhak Yasser Yuri Yusuf Zachary Zane"
)
_TITLES: Final = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f"}
_LEAST: Final = 2
"""Words that a name must have for the first of them to be a given one: "Grant said" names no man called Grant."""


def gender(name: str) -> str:
    """Return m or f where a title or the given name of a full name tells it, else nothing."""
    words = name.split()
    if not words:
        return ""
    title = _TITLES.get(words[0].lower().rstrip("."))
    if title is not None:
        return title
    if len(words) < _LEAST:
        return ""
    # "House Speaker Paul Ryan": the words for an office stand before the given name.
    return next((_genders()[word] for word in words[:-1] if word in _genders()), "")


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {**dict.fromkeys(_FEMALE.split(), "f"), **dict.fromkeys(_MALE.split(), "m")}
